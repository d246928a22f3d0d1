import type { Load, Person } from "@gantry/api-contract";
import type { LoadFrame } from "@gantry/schedule";
import { capacityOf } from "./load-rows.ts";
import { hoursAfter, type MoveRefusal, type MoveTarget, type PlannedMove } from "./plan-move.ts";
import { sayHours, type Saying } from "./say-load.ts";

export type MoveScene = Saying & {
  load: Load;
  frame: LoadFrame;
  /** The page shows some plans only, and this is about all. */
  isFiltered: boolean;
  /** Everybody known by name: of the load, and members of projects. */
  nameOf: (personId: string | null) => string;
};

/** What moving these items does: how much from whom to whom, and what the taker has then. */
export function sayMoves(moves: readonly PlannedMove[], scene: MoveScene): string[] {
  const said = scene.words.team.move;
  const takers = new Map(moves.map(({ to }) => [`${to.personId} ${to.week}`, to]));
  const [first] = moves;
  if (first === undefined) return [];
  const lines = moves.length === 1 ? [sayWay(first, scene)] : [];
  for (const at of takers.values()) {
    const hours = sayHours(hoursAfter(scene.load, { moves, at, frame: scene.frame }), scene.format);
    const week = scene.load.weeks[at.week];
    if (week === undefined) continue;
    const capacity = scene.format.number(capacityOf(week));
    const name = scene.nameOf(at.personId);
    const line =
      moves.length === 1
        ? said.after(name, hours, capacity)
        : said.afterIn(name, hours, capacity, scene.format.longDay(week.start));
    lines.push(overAll(line, scene));
  }
  return lines;
}

/** What somebody has left once items were moved away. */
export function sayLeft(moves: readonly PlannedMove[], { at, ...scene }: MoveScene & { at: MoveTarget }): string {
  const hours = sayHours(hoursAfter(scene.load, { moves, at, frame: scene.frame }), scene.format);
  const week = scene.load.weeks[at.week];
  const capacity = scene.format.number(week === undefined ? 0 : capacityOf(week));
  return overAll(scene.words.team.move.after(scene.nameOf(at.personId), hours, capacity), scene);
}

export function sayRefusal(
  refusal: MoveRefusal,
  { person, words }: Pick<Saying, "words"> & { person: string },
): string {
  const said = words.team.move;
  switch (refusal.why) {
    case "not-member":
      return said.notMember(person, refusal.project);
    case "members-unknown":
      return said.membersUnknown(refusal.project);
    default:
      return said.reason[refusal.why];
  }
}

export function nameIn(people: ReadonlyMap<string, Person>, nobody: string): (personId: string | null) => string {
  return (personId) => (personId === null ? nobody : (people.get(personId)?.name ?? personId));
}

function sayWay({ item, to }: PlannedMove, { words, format, nameOf, load }: MoveScene): string {
  const said = words.team.move;
  const hours = item.hours === null ? words.team.cell.noHours : words.team.cell.hours(sayHours(item.hours, format));
  const from = item.item.assignee?.id ?? null;
  if (from !== to.personId) return said.fromTo(hours, nameOf(from), nameOf(to.personId));
  return said.toWeek(hours, format.longDay(load.weeks[to.week]?.start ?? load.today));
}

function overAll(line: string, { isFiltered, words }: Pick<MoveScene, "isFiltered" | "words">): string {
  return isFiltered ? words.team.move.overAll(line) : line;
}
