import type { Field, FieldControl } from "@gantry/api-contract";

/** Clearing is documented for no Scrum field, so none offers it (§11 of the upstream notes). */
function scrumField(code: string, control: FieldControl, rest: Partial<Field> = {}): Field {
  return { code, name: null, control, itemTypes: [], options: [], required: false, clearable: false, ...rest };
}

/** What Gantry writes of a Scrum item: the assignee by the v2 batch call, the rest by the item's PUT. */
export const SCRUM_FIELDS: readonly Field[] = [
  scrumField("title", "text", { required: true, minLength: 1, maxLength: 256 }),
  scrumField("assignee", "person"),
  scrumField("status", "status", { required: true }),
  scrumField("priority", "option", {
    options: [
      { id: "1", name: "Low" },
      { id: "2", name: "Middle" },
      { id: "3", name: "High" },
    ],
  }),
  scrumField("severity", "option", {
    options: [
      { id: "10", name: "Critical" },
      { id: "11", name: "Important" },
      { id: "12", name: "Ordinary" },
      { id: "13", name: "Hint" },
    ],
  }),
  scrumField("start", "day"),
  scrumField("end", "day"),
  scrumField("progress", "percent", { min: 0, max: 100, decimals: 0 }),
  scrumField("sprint", "sprint"),
];
