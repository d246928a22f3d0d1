/** Our code of a field, where IPD's own is another: the fields that a chart needs are called alike in all projects. */
const OUR_CODES: Readonly<Record<string, string>> = {
  plan_start_date: "start",
  plan_end_date: "end",
  plan_iteration: "sprint",
};

/** IPD fields that have a place of their own in a work item; the others are its `extra`. */
export const CORE_IPD_CODES: ReadonlySet<string> = new Set([
  "title",
  "status",
  "priority",
  "severity",
  "assignee",
  ...Object.keys(OUR_CODES),
]);

export function toOurCode(ipdCode: string): string {
  return OUR_CODES[ipdCode] ?? ipdCode;
}
