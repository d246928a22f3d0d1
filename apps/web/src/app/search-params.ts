type SearchValue = string | readonly string[] | undefined;

/** `?type=gantt&type=mind&q=a` → `{ type: ["gantt", "mind"], q: "a" }`; every value is a text. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  const parsed: Record<string, string | string[]> = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    parsed[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return parsed;
}

/** The reverse: lists repeat their key; undefined, empty texts and empty lists are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search as Record<string, SearchValue>)) {
    const texts = Array.isArray(value) ? value : [value];
    for (const text of texts) if (text !== undefined && text !== "") params.append(key, String(text));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
