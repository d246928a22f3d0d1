/** 1 in the test command; `pnpm soak` sets it higher. */
const isSoak = process.env["GANTRY_SOAK"] === "1";

/** Items of a large job; fewer for a quick look. */
export const ITEMS = Number(process.env["GANTRY_FAULT_ITEMS"] ?? 5_000);

export function many(inTheTestCommand: number, options: { inSoak: number }): number {
  return isSoak ? options.inSoak : inTheTestCommand;
}

/** Ends what hangs; nothing is judged by it. */
export const LONG_MS = many(600_000, { inSoak: 7_200_000 });
