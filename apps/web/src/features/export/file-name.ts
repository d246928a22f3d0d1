import type { IsoDate } from "@gantry/api-contract";

/** What some file system refuses, what hides a name's true order of letters, and control characters. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST_CHARACTERS = 80;

/** "<plan> <day>.<ending>", safe on Windows, macOS and Linux; `fallback` where nothing of the name is. */
export function toFileName(input: { name: string; day: IsoDate; ending: string; fallback: string }): string {
  const plain = input.name.replace(UNSAFE, " ").replaceAll(/\s+/g, " ").trim();
  const short = Array.from(plain)
    .slice(0, MOST_CHARACTERS)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  const base = short === "" || RESERVED.test(short) ? input.fallback : short;
  return `${base} ${input.day}.${input.ending}`;
}
