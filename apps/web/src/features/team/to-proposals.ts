import type { CalendarSettings, Preview, Proposal } from "@gantry/api-contract";
import type { PlannedMove } from "./plan-move.ts";

export type ProjectProposals = { projectId: string; projectName: string; proposals: readonly Proposal[] };

/** Moves as proposals: those that ask the same of items of one project are one, since each is read anew. */
export function toProposals(
  moves: readonly PlannedMove[],
  { calendar }: { calendar: CalendarSettings },
): ProjectProposals[] {
  const projects = new Map<string, { projectName: string; groups: Map<string, PlannedMove[]> }>();
  for (const move of moves) {
    const { projectId } = move.item.item;
    const project = projects.get(projectId) ?? { projectName: move.item.projectName, groups: new Map() };
    const key = JSON.stringify(move.edits);
    project.groups.set(key, [...(project.groups.get(key) ?? []), move]);
    projects.set(projectId, project);
  }
  return [...projects].map(([projectId, { projectName, groups }]) => ({
    projectId,
    projectName,
    proposals: [...groups.values()].map((group): Proposal => ({
      kind: "edit",
      projectId,
      planId: null,
      itemIds: group.map(({ item }) => item.item.id),
      edits: [...(group[0]?.edits ?? [])],
      calendar,
    })),
  }));
}

/** Previews of one project's proposals as one. */
export function joinPreviews(previews: readonly Preview[]): Preview {
  const sum = (of: (preview: Preview) => number) => previews.reduce((total, preview) => total + of(preview), 0);
  return {
    changes: previews.flatMap(({ changes }) => changes),
    skipped: previews.flatMap(({ skipped }) => skipped),
    matching: sum(({ matching }) => matching),
    taken: sum(({ taken }) => taken),
    upstreamCalls: sum(({ upstreamCalls }) => upstreamCalls),
    upstreamReads: sum(({ upstreamReads }) => upstreamReads),
    estimateMs: sum(({ estimateMs }) => estimateMs),
    readAt: Math.min(...previews.map(({ readAt }) => readAt)),
  };
}
