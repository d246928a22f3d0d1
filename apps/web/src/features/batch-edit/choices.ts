import type { Field, Member, Sprint, Status, WorkItem } from "@gantry/api-contract";

export type Choice = { id: string; name: string; kind: "person" | "status" | "plain"; status?: Status };

/** What the project offers for fields that choose from it. */
export type ProjectChoices = {
  members: readonly Member[];
  statuses: readonly Status[];
  sprints: readonly Sprint[];
};

/** The values that a field can be set to; statuses only those that every selected type may have. */
export function choicesOf(
  field: Field,
  { project, items }: { project: ProjectChoices; items: readonly WorkItem[] },
): Choice[] {
  switch (field.control) {
    case "person":
    case "people":
      return project.members.map(({ id, name }) => ({ id, name, kind: "person" }));
    case "status": {
      const types = new Set(items.map((item) => item.type));
      return project.statuses
        .filter(({ itemTypes }) => itemTypes.length === 0 || [...types].every((type) => itemTypes.includes(type)))
        .map((status) => ({ id: status.id, name: status.name, kind: "status", status }));
    }
    case "sprint":
      return sprintsFor(field, project.sprints).map(({ id, name }) => ({ id, name, kind: "plain" }));
    default:
      return field.options.map(({ id, name }) => ({ id, name, kind: "plain" }));
  }
}

/** IPD has PIs and iterations in one list; a field's code says which it takes. */
function sprintsFor(field: Field, sprints: readonly Sprint[]): readonly Sprint[] {
  const wanted = field.code.endsWith("_pi") ? "pi" : "iteration";
  return sprints.filter((sprint) => sprint.kind === "sprint" || sprint.kind === wanted);
}
