import { placeWork, shareInWeek, type Work } from "./load.ts";
import { boundOf, HOURS_A_DAY, type LoadFrame } from "./load-frame.ts";
import { moveToWeek, type WeekMove } from "./move-work.ts";
import type { DaySpan } from "./working-calendar.ts";

/** A piece of work that may go elsewhere, and who else may take it. */
export type MovableWork = Work & { readonly id: string; readonly takers: readonly string[] };

/** What is proposed for one item; `move: null` = its dates stay. */
export type Rebalanced = {
  readonly id: string;
  readonly personId: string | null;
  readonly move: WeekMove | null;
  /** Where it counts then, as the source's week counted before. */
  readonly week: number;
};

export type RebalanceOptions = {
  /** Whose week holds too much. What nobody has is too much from the first hour on. */
  readonly source: { readonly personId: string | null; readonly week: number };
  /** Hours of each person in each week of the frame, the work in hand included. */
  readonly hours: ReadonlyMap<string | null, readonly number[]>;
  readonly frame: LoadFrame;
};

/** How far ahead work is put off. */
export const MOST_WEEKS_LATER = 4;
/** Less than this is no overload that anybody would move work for. */
const SLACK_HOURS = 0.5;

type Place = { personId: string | null; span: DaySpan; move: WeekMove | null; week: number };

/**
 * Takes work out of a week until what is left fits, as few items as it takes: to whoever of its takers is then loaded
 * least, on the same days; else to a later week of the same person; else to a later week of somebody else. Nobody is
 * loaded above capacity by it in any week.
 */
export function rebalance(items: readonly MovableWork[], options: RebalanceOptions): Rebalanced[] {
  const { source, frame } = options;
  const hours = new Map([...options.hours].map(([personId, weeks]) => [personId, [...weeks]]));
  const moves: Rebalanced[] = [];
  const capacity = source.personId === null ? 0 : capacityOf(frame, source.week);
  const waiting = new Set(items.filter((item) => hoursIn(item, { span: item, week: source.week, frame }) > 0));
  for (;;) {
    const excess = (hours.get(source.personId)?.[source.week] ?? 0) - capacity;
    if (excess < SLACK_HOURS) return moves;
    const next = pickNext([...waiting], { excess, source, frame });
    if (next === undefined) return moves;
    waiting.delete(next);
    const found = findPlace(next, { ...options, hours });
    if (found === null) continue;
    addHours(next, { hours, place: { personId: source.personId, span: next }, sign: -1, frame });
    addHours(next, { hours, place: found, sign: 1, frame });
    moves.push({ id: next.id, personId: found.personId, move: found.move, week: found.week });
  }
}

/** The smallest that is enough by itself, else the largest. */
function pickNext(
  items: readonly MovableWork[],
  { excess, source, frame }: { excess: number; source: RebalanceOptions["source"]; frame: LoadFrame },
): MovableWork | undefined {
  const sorted = items
    .map((item) => ({ item, inWeek: hoursIn(item, { span: item, week: source.week, frame }) }))
    .toSorted((left, right) => left.inWeek - right.inWeek || (left.item.id < right.item.id ? -1 : 1));
  return (sorted.find(({ inWeek }) => inWeek >= excess) ?? sorted.at(-1))?.item;
}

function findPlace(item: MovableWork, options: RebalanceOptions): Place | null {
  const { source, frame } = options;
  const others = item.takers.filter((taker) => taker !== source.personId);
  const sameDays = leastLoaded(item, { ...options, takers: others, span: item });
  if (sameDays !== null) return { personId: sameDays, span: item, move: null, week: source.week };
  const last = Math.min(frame.weeks.length - 1, source.week + MOST_WEEKS_LATER);
  for (let week = source.week + 1; week <= last; week += 1) {
    const move = moveToWeek(item, { from: source.week, to: week, frame });
    if (move.kind === "stay") continue;
    const own = source.personId === null ? [] : [source.personId];
    const taker =
      leastLoaded(item, { ...options, takers: own, span: move.span }) ??
      leastLoaded(item, { ...options, takers: others, span: move.span });
    if (taker !== null) return { personId: taker, span: move.span, move, week };
  }
  return null;
}

/** Of those for whom it fits in every week, the one whose fullest week is then the emptiest; null where it fits nobody. */
function leastLoaded(
  item: MovableWork,
  { takers, span, source, hours, frame }: RebalanceOptions & { takers: readonly string[]; span: DaySpan },
): string | null {
  const weeks = weeksOf(span, frame);
  // Beyond the last week nobody knows who has room.
  if ((placeWork(span, frame)?.end ?? 0) > boundOf(frame, frame.weeks.length)) return null;
  let best: { taker: string; ratio: number } | null = null;
  for (const taker of takers) {
    const ratios = weeks.map((week) => {
      const own = taker === source.personId ? hoursIn(item, { span: item, week, frame }) : 0;
      const after = (hours.get(taker)?.[week] ?? 0) - own + hoursIn(item, { span, week, frame });
      return after / capacityOf(frame, week);
    });
    const ratio = Math.max(0, ...ratios);
    if (ratio <= 1 && (best === null || ratio < best.ratio)) best = { taker, ratio };
  }
  return best?.taker ?? null;
}

function addHours(
  item: MovableWork,
  options: {
    hours: Map<string | null, number[]>;
    place: { personId: string | null; span: DaySpan };
    sign: 1 | -1;
    frame: LoadFrame;
  },
): void {
  const { hours, place, sign, frame } = options;
  const own = hours.get(place.personId) ?? frame.weeks.map(() => 0);
  for (const week of weeksOf(place.span, frame))
    own[week] = (own[week] ?? 0) + sign * hoursIn(item, { span: place.span, week, frame });
  hours.set(place.personId, own);
}

function weeksOf(span: DaySpan, frame: LoadFrame): number[] {
  const place = placeWork(span, frame);
  return frame.weeks.flatMap((_, week) => (shareInWeek(place, { week, frame }) > 0 ? [week] : []));
}

function hoursIn(item: Work, { span, week, frame }: { span: DaySpan; week: number; frame: LoadFrame }): number {
  return (item.hours ?? 0) * shareInWeek(placeWork(span, frame), { week, frame });
}

function capacityOf(frame: LoadFrame, week: number): number {
  return (frame.weeks[week]?.workingDays ?? 0) * HOURS_A_DAY;
}
