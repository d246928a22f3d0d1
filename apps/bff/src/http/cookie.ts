/** `__Host-`: browsers take it only when Secure, for path `/`, and from this host alone. */
const NAME = "__Host-gantry";
const VALUE = /^[A-Za-z0-9_-]{43}$/;

/** The session cookie's value; null when none, several (one of them planted) or a malformed one came. */
export function readSessionCookie(headers: Headers): string | null {
  const values = (headers.get("cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));
  const value = values[0];
  return values.length === 1 && value !== undefined && VALUE.test(value) ? value : null;
}

/** `Set-Cookie` for a new session. It ends with the browser; the server's own row ends it earlier. */
export function toSessionCookie(value: string): string {
  return `${NAME}=${value}; Path=/; HttpOnly; Secure; SameSite=Strict`;
}

export function toClearedCookie(): string {
  return `${NAME}=; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=0`;
}
