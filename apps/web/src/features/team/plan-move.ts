import type { FieldEdit, LoadItem, Load, Person } from "@gantry/api-contract";
import { moveToWeek, placeWork, shareInWeek, type DaySpan, type LoadFrame, type WeekMove } from "@gantry/schedule";

/** A person (null = nobody) and a week by its index; `week: null` = without dates. */
export type WorkPlaceKey = { personId: string | null; week: number | null };

export type MoveTarget = { personId: string | null; week: number };

/** Members by project id, and then by person id; a project is missing until its members were read. */
export type MembersByProject = ReadonlyMap<string, ReadonlyMap<string, Person>>;

export type MoveRefusal =
  | { kind: "refused"; why: "same-place" | "no-working-day" | "inverted" | "outside-calendar" | "nobody" }
  | { kind: "refused"; why: "not-member" | "members-unknown"; project: string };

/** What a move asks of one item, and where it lies then. */
export type PlannedMove = {
  kind: "move";
  item: LoadItem;
  to: MoveTarget;
  edits: readonly FieldEdit[];
  span: DaySpan;
};

/** What moving an item to somebody's week means, or why it can't go there. */
export function planMove(
  item: LoadItem,
  options: { from: WorkPlaceKey; to: MoveTarget; frame: LoadFrame; members: MembersByProject },
): PlannedMove | MoveRefusal {
  const { from, to, frame } = options;
  const refusal = refuseTaker(item, options);
  if (refusal !== null) return refusal;
  const move: WeekMove = moveToWeek({ ...item.item, hours: item.hours }, { from: from.week, to: to.week, frame });
  const isSameWeek = move.kind === "stay" && move.why === "same-week";
  if (move.kind === "stay" && move.why !== "same-week") return { kind: "refused", why: move.why };
  if (isSameWeek && from.personId === to.personId) return { kind: "refused", why: "same-place" };
  return {
    kind: "move",
    item,
    to,
    edits: toEdits({ from, personId: to.personId, move }),
    span: move.kind === "stay" ? item.item : move.span,
  };
}

/** Edits of a move, for a proposal. */
export function toEdits(wish: { from: WorkPlaceKey; personId: string | null; move: WeekMove | null }): FieldEdit[] {
  const { from, personId, move } = wish;
  const edits: FieldEdit[] = [];
  if (personId !== from.personId) edits.push({ how: "set", field: "assignee", value: personId });
  if (move?.kind === "shift" && move.workingDays !== 0) edits.push({ how: "shift", workingDays: move.workingDays });
  if (move?.kind === "date")
    edits.push(
      { how: "set", field: "start", value: move.span.start },
      { how: "set", field: "end", value: move.span.end },
    );
  return edits;
}

/** Hours of a person in a week once moves are made; the load is that of all plans. */
export function hoursAfter(
  load: Load,
  { moves, at, frame }: { moves: readonly PlannedMove[]; at: MoveTarget; frame: LoadFrame },
): number {
  let hours = hoursNow(load, at);
  for (const { item, to, span } of moves) {
    const whole = item.hours ?? 0;
    const share = (days: DaySpan) => shareInWeek(placeWork(days, frame), { week: at.week, frame });
    if ((item.item.assignee?.id ?? null) === at.personId) hours -= whole * share(item.item);
    if (to.personId === at.personId) hours += whole * share(span);
  }
  return Math.max(0, hours);
}

function hoursNow(load: Load, { personId, week }: MoveTarget): number {
  const cells = load.people.find(({ person }) => (person?.id ?? null) === personId)?.cells ?? [];
  return cells.find((cell) => cell.week === week)?.hours ?? 0;
}

function refuseTaker(
  { item, projectName }: LoadItem,
  { from, to, members }: { from: WorkPlaceKey; to: MoveTarget; members: MembersByProject },
): MoveRefusal | null {
  if (to.personId === from.personId) return null;
  if (to.personId === null) return { kind: "refused", why: "nobody" };
  const known = members.get(item.projectId);
  if (known === undefined) return { kind: "refused", why: "members-unknown", project: projectName };
  return known.has(to.personId) ? null : { kind: "refused", why: "not-member", project: projectName };
}
