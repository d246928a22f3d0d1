const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** Content lines, folded at 75 octets and never within a character (RFC 5545, 3.1). */
export function icsLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** A text value: what has a meaning in the format is escaped, control characters are left out (RFC 5545, 3.3.11). */
export function icsText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/[;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, "");
}

/** "20261122T074100Z". @param at epoch milliseconds */
export function icsInstant(at: number): string {
  return `${new Date(at).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
}

function fold(line: string): string {
  if (encoder.encode(line).length <= MOST_OCTETS) return line;
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
