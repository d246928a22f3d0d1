/** Colour category 1–8 of a person or thing, the same every time. */
export function categoryOf(id: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 {
  // FNV-1a: ids that differ in one letter fall far apart.
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (((hash >>> 13) % 8) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

/** "Zhao Min" → "ZM", "赵敏" → "敏", "li.na" → "LN". */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  const letters = Array.from(trimmed);
  if (/\p{Script=Han}/u.test(trimmed)) return letters.findLast((letter) => /\p{Script=Han}/u.test(letter)) ?? "";
  const parts = trimmed.split(/[\s._-]+/u).filter((part) => part !== "");
  const first = Array.from(parts[0] ?? "");
  const last = Array.from(parts.at(-1) ?? "");
  return (parts.length > 1 ? `${first[0] ?? ""}${last[0] ?? ""}` : first.slice(0, 2).join("")).toLocaleUpperCase();
}
