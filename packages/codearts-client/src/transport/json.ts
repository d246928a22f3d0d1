import { LosslessNumber, parse, stringify } from "lossless-json";

/** Digits that go on the wire as a number, digit for digit. */
export function wireNumber(digits: string): LosslessNumber {
  return new LosslessNumber(digits);
}

/** Writes a body; numbers made by `wireNumber` keep every digit. */
export function writeJson(body: unknown): string {
  return stringify(body) ?? "null";
}

/** Parses JSON; with `exact`, whole numbers that a JS number cannot hold become text. Throws on bad JSON. */
export function parseJson(text: string, { exact }: { exact: boolean }): unknown {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  // The slow parser runs only where a long run of digits stands outside quotes.
  return exact && /[[:,\s]-?[0-9]{16}/.test(body) ? parse(body, undefined, exactNumber) : JSON.parse(body);
}

function exactNumber(digits: string): number | string {
  const number = Number(digits);
  return /^-?[0-9]+$/.test(digits) && !Number.isSafeInteger(number) ? digits : number;
}
