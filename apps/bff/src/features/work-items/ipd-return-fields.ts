import { IPD_WRITABLE_FIELDS } from "@gantry/codearts-contract";

/** Keys of an IPD item that are read but never written. */
const READ_ONLY = [
  "id",
  "number",
  "category",
  "type",
  "done_ratio",
  "created_by",
  "created_date",
  "modified_date",
  "workitem2ganttchart",
  "workitem2mindmap",
];

/** Everything that Gantry shows or compares, by the name under which it is read; the start comes only when named. */
export function toReturnFields(customCodes: Iterable<string>): string[] {
  const writable = IPD_WRITABLE_FIELDS.map(({ code, readAs }) => readAs ?? code);
  return [...new Set([...READ_ONLY, ...writable, ...customCodes])];
}
