/**
 * Where a fault happened, for the log. Its message is left out: a foreign error's may hold what a request carried,
 * even the token.
 */
export function describeError(error: unknown): { errorName: string; stack: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, stack: "" };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { errorName: error.name, stack: frames.join("\n") };
}
