import { CATEGORY_ID_PATTERN, IPD_ID_PATTERN, SCRUM_ITEM_ID_PATTERN, UUID_PATTERN } from "@gantry/codearts-contract";

/** Patterns of path parameters; an item's depends on its dialect, so both forms pass and nothing else does. */
const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  project_id: [UUID_PATTERN],
  plan_id: [UUID_PATTERN],
  issue_id: [SCRUM_ITEM_ID_PATTERN, IPD_ID_PATTERN],
  category_id: [CATEGORY_ID_PATTERN],
};

export type PathParameters = Readonly<Record<string, string>>;
export type QueryParameters = Readonly<Record<string, string | number | undefined>>;

/** Why no address could be made; it names the parameter and never shows its value. */
export type AddressResult = { url: string } | { reason: string };

/**
 * Makes the address of a call: parameters checked by pattern, encoded, and the final path compared with
 * the template, so that no id can reach another call (`../../v4/user`).
 */
export function addressOf(
  endpoint: string,
  { template, path = {}, query = {} }: { template: string; path?: PathParameters; query?: QueryParameters },
): AddressResult {
  const wrong = [...template.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] ?? "")
    .find((name) => !isValid(name, path[name]));
  if (wrong !== undefined) return { reason: `${wrong} has the wrong form` };
  const base = new URL(endpoint);
  const prefix = base.pathname.replace(/\/+$/, "");
  const wanted = prefix + template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const url = new URL(wanted, base.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  if (url.origin !== base.origin || url.pathname !== wanted) return { reason: "the path does not match its template" };
  return { url: url.href };
}

function isValid(name: string, value: string | undefined): boolean {
  return value !== undefined && (PATTERNS[name] ?? []).some((pattern) => pattern.test(value));
}
