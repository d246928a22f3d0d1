/** What breaks a line, drives a terminal or turns the reading direction, and halves of characters. */
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Text that shows as what it is in any log, page or terminal; each character that would not is replaced. */
export function toSafeText(text: string): string {
  return text.replaceAll(UNSAFE, "\ufffd");
}
