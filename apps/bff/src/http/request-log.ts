import type { Clock } from "../clock.ts";
import type { Log, LogFields } from "../log.ts";

/** Lines of some 250 bytes: a flood of requests writes some 5 MB a minute, whatever its size. */
const LINES_PER_SECOND = 350;

/** A line for each request; of what is too much in one second only the number. Metrics count all. */
export function createRequestLog({ log, clock }: { log: Log; clock: Clock }): (fields: LogFields) => void {
  let second = 0;
  let lines = 0;
  let leftOut = 0;
  return (fields) => {
    const now = Math.floor(clock.now() / 1000);
    if (now !== second) {
      if (leftOut > 0) log.warn({ leftOut }, "too many requests to log them all");
      second = now;
      lines = 0;
      leftOut = 0;
    }
    if (lines >= LINES_PER_SECOND) {
      leftOut += 1;
      return;
    }
    lines += 1;
    log.info(fields, "request");
  };
}
