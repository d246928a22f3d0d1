import type { Load, LoadPerson, LoadQuery } from "@gantry/api-contract";
import type { Team } from "../../queries/team-queries.ts";

/**
 * The load with everybody who has nothing to do: the members of the projects that count. A plan counts by its project,
 * since that is whose members may be given its items.
 */
export function withMembers(
  load: Load,
  { team, filter }: { team: Team; filter: Pick<LoadQuery, "projects" | "plans"> },
): Load {
  const people = load.people.flatMap(({ person }) => person ?? []);
  const known = new Set(people.flatMap(({ id, numericId }) => (numericId === null ? id : [id, numericId])));
  const idle: LoadPerson[] = [];
  for (const projectId of projectsThatCount(load, filter)) {
    for (const { id, numericId, name } of team.members.get(projectId) ?? []) {
      if (known.has(id) || (numericId !== null && known.has(numericId))) continue;
      known.add(id);
      idle.push({ person: { id, numericId, name }, plans: 0, cells: [], unscheduled: NO_WORK, later: NO_WORK });
    }
  }
  return idle.length === 0 ? load : { ...load, people: [...load.people, ...idle] };
}

const NO_WORK = { items: 0, hours: 0, withoutHours: 0 };

function projectsThatCount({ projects }: Load, filter: Pick<LoadQuery, "projects" | "plans">): string[] {
  const wantedProjects = filter.projects && new Set(filter.projects);
  const wantedPlans = filter.plans && new Set(filter.plans);
  return projects.flatMap(({ id, plans }) => {
    const counts =
      (wantedProjects?.has(id) ?? true) &&
      (wantedPlans === undefined || plans.some((plan) => wantedPlans.has(plan.id)));
    return counts ? id : [];
  });
}
