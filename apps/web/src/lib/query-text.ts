/** The query of an address that holds some of the texts of a search, percent-encoded, without its `?`. */
export function toQueryText<Search extends Record<string, unknown>>(
  search: Search,
  keys: readonly (keyof Search & string)[],
): string {
  const params = new URLSearchParams();
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "string" && value !== "") params.append(key, value);
  }
  return params.toString();
}
