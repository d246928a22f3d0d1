/** `pnpm soak` sets it. */
const isSoak = process.env["GANTRY_SOAK"] === "1";

export function many(inTheTestCommand: number, options: { inSoak: number }): number {
  return isSoak ? options.inSoak : inTheTestCommand;
}

/** Items of a large job; in the test command fewer, for its time's sake. */
export const ITEMS = Number(process.env["GANTRY_FAULT_ITEMS"] ?? many(1_500, { inSoak: 5_000 }));

/** Ends what hangs; nothing is judged by it. */
export const LONG_MS = many(600_000, { inSoak: 7_200_000 });
