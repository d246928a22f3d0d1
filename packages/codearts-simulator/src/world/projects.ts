import { chinaMidnightOf, type IsoDate } from "../days.ts";
import type { Random } from "../random.ts";
import { createPeriods } from "./ipd.ts";
import { createSprints } from "./scrum.ts";
import type { ProjectTheme } from "./themes/theme-types.ts";
import type { Domain, IpdProject, Membership, Person, RoleId, ScrumProject } from "./world-types.ts";

const MS_PER_DAY = 86_400_000;
const LABELS: [title: string, color: string][] = [
  ["field", "#36B37E"],
  ["safety", "#E34935"],
  ["customer", "#6554C0"],
  ["cost", "#FFAB00"],
  ["battery", "#00B8D9"],
  ["certification", "#5E6C84"],
];

export type ProjectBuild = {
  domain: Domain;
  people: Person[];
  today: IsoDate;
  random: Random;
  nextIpdId: () => string;
};

/** Who is in a project, with a role each; `except` names who must not be. */
export function createMembers(
  creatorName: string,
  {
    people,
    random,
    count,
    roles,
    except,
  }: { people: Person[]; random: Random; count: number; roles: Record<string, RoleId>; except: string[] },
): Membership[] {
  const named = people.filter((person) => person.userName in roles || person.userName === creatorName);
  const others = people.filter((person) => !named.includes(person) && !except.includes(person.userName));
  const rest = random.shuffle(others).slice(0, Math.max(0, count - named.length));
  return [...named, ...rest].map((person) => ({
    person,
    roleId:
      roles[person.userName] ?? (person.userName === creatorName ? -1 : random.pick<RoleId>([4, 4, 4, 4, 6, 5, 7])),
  }));
}

function baseOf(
  theme: Pick<ProjectTheme, "name" | "code" | "description" | "creator">,
  { build, members, number }: { build: ProjectBuild; members: Membership[]; number: number },
) {
  const { random, today } = build;
  const creator = members.find(({ person }) => person.userName === theme.creator)?.person ?? members[0]?.person;
  if (creator === undefined) throw new RangeError(`${theme.name} has no members`);
  const now = chinaMidnightOf(today) + 9 * 3_600_000;
  return {
    id: random.hex(32),
    number,
    name: theme.name,
    code: theme.code,
    description: theme.description,
    domain: build.domain,
    creator,
    members,
    createdAt: now - random.between(300, 900) * MS_PER_DAY,
    updatedAt: now - random.between(60_000, 3 * MS_PER_DAY),
    isArchived: false,
  };
}

export function createScrumProject(
  theme: Pick<ProjectTheme, "name" | "code" | "description" | "creator" | "modules">,
  parts: { build: ProjectBuild; members: Membership[]; number: number },
): ScrumProject {
  return {
    kind: "scrum",
    ...baseOf(theme, parts),
    sprints: createSprints(parts.build.today, { firstId: parts.number * 10, current: 11, count: 20 }),
    modules: theme.modules.map((name, index) => ({ id: parts.number * 10 + index, name })),
    isClosedReadOnly: false,
  };
}

export function createIpdProject(
  theme: Pick<ProjectTheme, "name" | "code" | "description" | "creator">,
  parts: { build: ProjectBuild; members: Membership[]; number: number },
): IpdProject {
  return {
    kind: "ipd",
    ...baseOf(theme, parts),
    modelId: "10001",
    periods: createPeriods(parts.build.today, parts.build.nextIpdId),
    labels: LABELS.map(([title, color]) => ({ id: parts.build.nextIpdId(), title, color })),
  };
}
