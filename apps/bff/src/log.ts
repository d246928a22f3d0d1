/**
 * Structured log lines. Fields are an allow-list at the call: ids, codes, counts, route templates; never a token,
 * body, cookie, query value or an upstream error object.
 */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export type Log = {
  debug: (fields: LogFields, message: string) => void;
  info: (fields: LogFields, message: string) => void;
  warn: (fields: LogFields, message: string) => void;
  error: (fields: LogFields, message: string) => void;
};
