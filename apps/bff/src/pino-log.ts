import { pino } from "pino";
import type { LogLevel } from "./config.ts";
import type { Log, LogFields } from "./log.ts";

const MAX_FIELD_LENGTH = 4096;

/** JSON lines on stdout. Only plain values get in, and none of them is long. */
export function createPinoLog(level: LogLevel): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    debug: (fields, message) => logger.debug(shorten(fields), message),
    info: (fields, message) => logger.info(shorten(fields), message),
    warn: (fields, message) => logger.warn(shorten(fields), message),
    error: (fields, message) => logger.error(shorten(fields), message),
  };
}

function shorten(fields: LogFields): LogFields {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === "string" ? value.slice(0, MAX_FIELD_LENGTH) : value,
  ]);
  return Object.fromEntries(entries);
}
