import type { Load, LoadItem, Person } from "@gantry/api-contract";
import { type LoadFrame, MOST_WEEKS_LATER, rebalance } from "@gantry/schedule";
import { useMemo, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type MembersByProject, planMove, type PlannedMove, toEdits, type WorkPlaceKey } from "./plan-move.ts";
import { type MoveScene, nameIn, sayLeft, sayMoves, sayRefusal } from "./say-move.ts";
import type { CellKey } from "./team-search.ts";
import { type ItemDrag, useItemDrag } from "./use-item-drag.ts";
import { useProjectMembers } from "./use-project-members.ts";

export type TeamMoves = { moves: readonly PlannedMove[]; effects: readonly string[] };

/** Everything that moves work: dragging, the dialog, rebalancing; each leads to the same preview. */
export function useTeamMoves(options: {
  cell: CellKey | null;
  load: Load | undefined;
  frame: LoadFrame | null;
  items: readonly LoadItem[];
  isFiltered: boolean;
}) {
  const { cell, load, frame, items, isFiltered } = options;
  const words = useWords();
  const format = useFormat();
  const projectIds = useMemo(() => items.map(({ item }) => item.projectId), [items]);
  const members = useProjectMembers(projectIds);
  const [proposed, setProposed] = useState<TeamMoves | null>(null);
  const [asking, setAsking] = useState<LoadItem | null>(null);
  const [spoken, setSpoken] = useState("");

  const scene = useMemo((): MoveScene | null => {
    if (load === undefined || frame === null) return null;
    const people = new Map<string, Person>(
      [...members.values()]
        .flatMap((known) => [...known])
        .concat(load.people.flatMap(({ person }) => (person === null ? [] : [[person.id, person]]))),
    );
    return { words, format, load, frame, isFiltered, nameOf: nameIn(people, words.team.nobody) };
  }, [load, frame, members, words, format, isFiltered]);
  const from = useMemo((): WorkPlaceKey | null => {
    if (cell === null || load === undefined) return null;
    const week = load.weeks.findIndex(({ start }) => start === cell.week);
    return { personId: cell.personId, week: week < 0 ? null : week };
  }, [cell, load]);

  const judge = (drag: ItemDrag) => {
    if (scene === null || from === null || drag.target === null) return null;
    return planMove(drag.item, { from, to: drag.target, frame: scene.frame, members });
  };
  const propose = (moves: readonly PlannedMove[]) => {
    if (scene === null || moves.length === 0) return;
    setAsking(null);
    setProposed({ moves, effects: effectsOf(moves, { scene, from }) });
  };
  const { drag, onPointerDown } = useItemDrag({
    onDrop: (dropped) => {
      const planned = judge(dropped);
      if (planned?.kind === "move") return propose([planned]);
      setSpoken(words.team.move.putBack);
    },
    onCancel: () => setSpoken(words.team.move.putBack),
  });
  const planned = drag === null ? null : judge(drag);
  const ghost =
    drag === null || scene === null
      ? null
      : {
          at: drag.at,
          title: drag.item.item.title,
          lines:
            planned === null
              ? [words.team.move.drop]
              : planned.kind === "move"
                ? sayMoves([planned], scene)
                : [sayRefusal(planned, { person: scene.nameOf(drag.target?.personId ?? null), words })],
          refused: planned?.kind === "refused" && planned.why !== "same-place",
        };

  return {
    proposed,
    endProposal: () => setProposed(null),
    propose,
    asking: asking === null || from === null || scene === null ? null : { item: asking, from, scene, members },
    ask: (item: LoadItem | null) => setAsking(item),
    drag,
    ghost,
    drop:
      drag === null || drag.target === null || planned === null
        ? null
        : { target: drag.target, state: planned.kind === "move" ? ("fits" as const) : ("refused" as const) },
    onPointerDown,
    spoken: ghost === null ? spoken : [ghost.title, ...ghost.lines].join(words.common.comma),
    /** Proposes where the work of the open cell could go; answers why not, where nothing could. */
    rebalanceCell: (chosen: readonly LoadItem[]): string | null => {
      if (scene === null || from === null || from.week === null) return null;
      const unknown = chosen.find(({ item }) => !members.has(item.projectId));
      if (unknown !== undefined) return words.team.move.membersUnknown(unknown.projectName);
      const moves = rebalanceMoves(chosen, { from: { ...from, week: from.week }, scene, members });
      if (moves.length === 0) return words.team.panel.nothingFits(MOST_WEEKS_LATER);
      propose(moves);
      return words.team.panel.proposed(moves.length);
    },
  };
}

function rebalanceMoves(
  chosen: readonly LoadItem[],
  {
    from,
    scene,
    members,
  }: { from: { personId: string | null; week: number }; scene: MoveScene; members: MembersByProject },
): PlannedMove[] {
  const { load, frame } = scene;
  const hours = new Map(
    load.people.map(({ person, cells }) => {
      const byWeek = new Map(cells.map((cell) => [cell.week, cell.hours]));
      return [person?.id ?? null, frame.weeks.map((_, week) => byWeek.get(week) ?? 0)] as const;
    }),
  );
  const byId = new Map(chosen.map((row) => [row.item.id, row]));
  const works = chosen.map(({ item, hours: left }) => ({
    id: item.id,
    personId: from.personId,
    hours: left,
    start: item.start,
    end: item.end,
    takers: [...(members.get(item.projectId)?.keys() ?? [])].filter((id) => hours.has(id)),
  }));
  return rebalance(works, { source: from, hours, frame }).flatMap(({ id, personId, move, week }): PlannedMove[] => {
    const item = byId.get(id);
    if (item === undefined || move?.kind === "stay") return [];
    const edits = toEdits({ from, personId, move });
    return [{ kind: "move", item, to: { personId, week }, edits, span: move?.span ?? item.item }];
  });
}

/** What the taker has then, and what is left where it was taken from. */
function effectsOf(
  moves: readonly PlannedMove[],
  { scene, from }: { scene: MoveScene; from: WorkPlaceKey | null },
): string[] {
  const lines = sayMoves(moves, scene);
  if (from === null || from.personId === null || from.week === null) return lines;
  return [...lines, sayLeft(moves, { ...scene, at: { personId: from.personId, week: from.week } })];
}
