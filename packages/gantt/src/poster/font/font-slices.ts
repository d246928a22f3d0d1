import ranges from "@fontsource/noto-sans-sc/unicode.json" with { type: "json" };

type Slice = { name: string; ranges: readonly (readonly [number, number])[] };

/**
 * The font's files, each of which holds some of its characters: "latin", "[4]" and so on become "latin", "4". The small
 * ones come first, since the numbered ones repeat some of their characters.
 */
const SLICES: readonly Slice[] = Object.entries(ranges)
  .map(([key, text]) => ({ name: key.replaceAll(/[[\]]/g, ""), ranges: text.split(",").map(readRange) }))
  .toSorted((one, two) => Number(/^\d/.test(one.name)) - Number(/^\d/.test(two.name)));

/** Names of the slices that have these characters. */
export function slicesFor(codePoints: Iterable<number>): string[] {
  const found = new Set<string>(["latin"]);
  for (const code of codePoints) {
    const slice = SLICES.find((one) => one.ranges.some(([from, to]) => code >= from && code <= to));
    if (slice) found.add(slice.name);
  }
  return [...found];
}

function readRange(text: string): [number, number] {
  const [from = "", to = from] = text.trim().replace("U+", "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
