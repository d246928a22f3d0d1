import type { Field, Member, Project, Sprint, Status } from "@gantry/api-contract";

/** What is needed of a project to understand, check and name values. */
export type ProjectFacts = {
  project: Project;
  fields: ReadonlyMap<string, Field>;
  members: ReadonlyMap<string, Member>;
  statuses: ReadonlyMap<string, Status>;
  sprints: ReadonlyMap<string, Sprint>;
};

type FactLists = {
  project: Project;
  fields: readonly Field[];
  members: readonly Member[];
  statuses: readonly Status[];
  sprints: readonly Sprint[];
};

export function toFacts(lists: FactLists): ProjectFacts {
  return {
    project: lists.project,
    fields: new Map(lists.fields.map((field) => [field.code, field])),
    members: byId(lists.members),
    statuses: byId(lists.statuses),
    sprints: byId(lists.sprints),
  };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}
