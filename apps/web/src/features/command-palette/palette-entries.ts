import type { ChangeSet } from "@gantry/api-contract";
import type { Overview } from "../../lib/overview.ts";
import type { IconName } from "../../ui/icons/icons.ts";

/** Where an entry leads, or what it does. */
export type PaletteTarget =
  | { kind: "page"; to: "/" | "/team" | "/coverage" | "/trends" | "/changes" | "/settings" }
  | { kind: "plan"; projectId: string; planId: string }
  | { kind: "project"; projectId: string }
  | { kind: "change-set"; id: string }
  | { kind: "action"; run: () => void };

export type PaletteGroup = "pages" | "plans" | "projects" | "changes" | "actions";

export type PaletteEntry = {
  id: string;
  group: PaletteGroup;
  icon: IconName;
  title: string;
  /** Beside the title, in grey. */
  hint?: string;
  target: PaletteTarget;
};

const GROUP_ORDER: readonly PaletteGroup[] = ["pages", "plans", "projects", "changes", "actions"];
const MOST_A_GROUP = 8;

/** Plans and projects as entries. */
export function planEntries(
  overview: Overview | undefined,
  options: { plansOf: (project: string) => string },
): PaletteEntry[] {
  if (overview === undefined) return [];
  return overview.projects.flatMap(({ project, plans }) => [
    ...plans.map(({ plan }): PaletteEntry => ({
      id: `plan-${plan.id}`,
      group: "plans",
      icon: plan.type === "gantt" ? "gantt" : "mind-map",
      title: plan.name,
      hint: project.name,
      target: { kind: "plan", projectId: project.id, planId: plan.id },
    })),
    {
      id: `project-${project.id}`,
      group: "projects" as const,
      icon: "project" as const,
      title: options.plansOf(project.name),
      target: { kind: "project" as const, projectId: project.id },
    },
  ]);
}

export function changeSetEntries(
  changeSets: readonly ChangeSet[],
  options: { title: (changeSet: ChangeSet) => string; hint: (changeSet: ChangeSet) => string },
): PaletteEntry[] {
  return changeSets.map((changeSet) => ({
    id: `change-set-${changeSet.id}`,
    group: "changes",
    icon: "changes",
    title: options.title(changeSet),
    hint: options.hint(changeSet),
    target: { kind: "change-set", id: changeSet.id },
  }));
}

/** The entries that hold every word of the search, by group, the closest first, a few of each. */
export function findEntries(
  entries: readonly PaletteEntry[],
  search: string,
): { group: PaletteGroup; entries: PaletteEntry[] }[] {
  const needles = search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((part) => part !== "");
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(entry, needles) }))
    .filter(({ rank }) => rank !== null)
    .sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
  return GROUP_ORDER.map((group) => ({
    group,
    entries: ranked.flatMap(({ entry }) => (entry.group === group ? [entry] : [])).slice(0, MOST_A_GROUP),
  })).filter((part) => part.entries.length > 0);
}

/** 0 where the title starts with the search, 1 where a word of it does, 2 elsewhere; null = no match. */
function rankOf(entry: PaletteEntry, needles: readonly string[]): number | null {
  const title = entry.title.toLocaleLowerCase();
  const all = `${title} ${entry.hint?.toLocaleLowerCase() ?? ""}`;
  if (!needles.every((needle) => all.includes(needle))) return null;
  const [first = ""] = needles;
  if (title.startsWith(first)) return 0;
  return title.includes(` ${first}`) ? 1 : 2;
}
