import { pino } from "pino";
import type { LogLevel } from "./config.ts";
import type { Log, LogFields } from "./log.ts";
import type { LogDestination } from "./log-destination.ts";
import { toSafeText } from "./safe-text.ts";

const MOST_CHARACTERS = 4096;
/** Of a line's texts together, as JSON; with names and numbers a line stays below 16 KB. */
const MOST_BYTES = 14 * 1024;
/** Of one character, written as `\u0000`. */
const BYTES_PER_CHARACTER = 6;

/** JSON lines. Only plain values get in, and no line is long or breaks. */
export function createPinoLog(level: LogLevel, destination: LogDestination): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = pino(options, destination);
  return {
    debug: (fields, message) => logger.debug(toBounded(fields), message),
    info: (fields, message) => logger.info(toBounded(fields), message),
    warn: (fields, message) => logger.warn(toBounded(fields), message),
    error: (fields, message) => logger.error(toBounded(fields), message),
  };
}

function toBounded(fields: LogFields): LogFields {
  const bounded: LogFields = {};
  let bytesLeft = MOST_BYTES;
  for (const [name, value] of Object.entries(fields)) {
    bounded[name] = value;
    if (typeof value !== "string") continue;
    // Line breaks stay: a stack has them, and JSON writes them as `\n`.
    const text = value.slice(0, MOST_CHARACTERS).split("\n").map(toSafeText).join("\n");
    const isTooLong = Buffer.byteLength(JSON.stringify(text)) > bytesLeft;
    const kept = isTooLong ? toSafeText(text.slice(0, Math.floor(bytesLeft / BYTES_PER_CHARACTER))) : text;
    bytesLeft -= Buffer.byteLength(JSON.stringify(kept));
    bounded[name] = kept;
  }
  return bounded;
}
