import * as v from "valibot";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

/** Whether a host name or address is this machine itself. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase()) || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export const wholeNumberSchema = ({ min, max }: { min: number; max: number }) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, message),
    v.transform(Number),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
};

/** An origin: no path, query, fragment or user. Gives it without a trailing slash. */
export const httpUrlSchema = v.pipe(
  v.string(),
  v.check(
    (text) => toOrigin(text) !== null,
    "must be an address like https://gantry.example.com, without path, query or user",
  ),
  v.transform((text) => toOrigin(text) ?? ""),
);

/** As `httpUrlSchema`, and https unless it is this machine: tokens must not travel in clear. */
export const codeArtsOriginSchema = v.pipe(
  httpUrlSchema,
  v.check(
    (origin) => origin.startsWith("https:") || isLoopbackHost(new URL(origin).hostname),
    "must begin with https://",
  ),
);

function toOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain =
    url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
  return isPlain && (url.protocol === "https:" || url.protocol === "http:") ? url.origin : null;
}
