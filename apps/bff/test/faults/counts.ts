/** `pnpm soak` multiplies what the test command does. */
const SOAK = Number(process.env["GANTRY_SOAK"] ?? 1);

export function many(inTheTestCommand: number, options: { inSoak: number }): number {
  return SOAK === 1 ? inTheTestCommand : options.inSoak;
}
