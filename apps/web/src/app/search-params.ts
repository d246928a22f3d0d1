/** `?type=gantt,mind&q=a` → `{ type: "gantt,mind", q: "a" }`: every value is a text, and each route parses its own. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The reverse, for the texts that routes keep in the address; undefined and empty ones are left out, so that defaults make no address longer. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === "string" && value !== "") params.append(key, value);
  }
  // Commas and slashes are legal in a query and read better bare.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return text === "" ? "" : `?${text}`;
}
