import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  createWorkingCalendar,
  type DayNumber,
  type DaySpan,
  findCascade,
  type LinkType,
  type NetworkLink,
  toDayNumber,
  toIsoDate,
  type WorkingCalendar,
} from "../src/index.ts";

const PATIENT = { timeout: 180_000 };
const FIRST_DAY = 20_000;
/** Far enough for twelve items that push each other. */
const DAYS = 900;
const LINK_TYPES: readonly LinkType[] = ["FS", "SS", "FF", "SF"];

type Item = { id: string; parentId: string | null; first: DayNumber | null; last: DayNumber | null };
type World = {
  items: Item[];
  links: NetworkLink[];
  moved: Map<string, DaySpan>;
  locked: Set<string>;
  calendar: WorkingCalendar;
  isWorked: (day: DayNumber) => boolean;
};

const anyDay = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 40 });
const anyItem = fc.record({
  parent: fc.option(fc.nat(2), { nil: null }),
  first: fc.option(anyDay, { nil: null, freq: 12 }),
  length: fc.option(fc.integer({ min: -1, max: 9 }), { nil: null, freq: 12 }),
});
const anyWorld = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    holidays: fc.uniqueArray(anyDay, { maxLength: 8 }),
    makeUpDays: fc.uniqueArray(anyDay, { maxLength: 8 }),
    items: fc.array(anyItem, { minLength: 2, maxLength: 10 }),
    links: fc.array(
      fc.record({
        from: fc.nat(9),
        to: fc.nat(9),
        type: fc.constantFrom(...LINK_TYPES),
        lagDays: fc.integer({ min: -4, max: 4 }),
      }),
      { maxLength: 14 },
    ),
    moved: fc.array(fc.record({ item: fc.nat(9), first: anyDay, length: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    locked: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
  })
  .map(({ weekend, holidays, makeUpDays, items, links, moved, locked }): World => {
    const calendar = createWorkingCalendar({
      weekend,
      holidays: holidays.map(toIsoDate),
      makeUpDays: makeUpDays.map(toIsoDate),
    });
    const isOff = (day: DayNumber) => weekend.includes((day + 4) % 7) || holidays.includes(day);
    const count = items.length;
    return {
      items: items.map(({ parent, first, length }, index) => ({
        id: `${index}`,
        // Parents come first, so that there is no ring of parents.
        parentId: parent !== null && parent < index ? `${parent}` : null,
        first,
        last: first === null || length === null ? null : first + length,
      })),
      links: links
        .filter(({ from, to }) => from % count !== to % count)
        .map(({ from, to, ...terms }) => ({ fromId: `${from % count}`, toId: `${to % count}`, ...terms })),
      moved: new Map(
        moved.map(({ item, first, length }) => [
          `${item % count}`,
          { start: toIsoDate(first), end: toIsoDate(first + length) },
        ]),
      ),
      locked: new Set(locked.map((item) => `${item % count}`)),
      calendar,
      isWorked: (day) => makeUpDays.includes(day) || !isOff(day),
    };
  });

const run = ({ items, links, moved, locked, calendar }: World) =>
  findCascade(
    items.map(({ id, parentId, first, last }) => ({
      id,
      parentId,
      start: first === null ? null : toIsoDate(first),
      end: last === null ? null : toIsoDate(last),
    })),
    { links, moved, calendar, isLocked: (id) => locked.has(id) },
  );

/** The same by trial: every link is looked at over and over, and what breaks one is moved on day by day. */
function slowCascade({ items, links, moved, locked, isWorked }: World) {
  const before = new Map(items.map((item) => [item.id, item]));
  const now = new Map(before);
  for (const [id, { start, end }] of moved) {
    const item = now.get(id);
    if (item === undefined || start === null || end === null) continue;
    now.set(id, { ...item, first: toDayNumber(start), last: toDayNumber(end) });
  }
  const holding = links.filter((link) => !isInRing(link));
  const pushed = new Set<string>();
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const link of holding) {
      const [then, after] = [before, now].map((dates) => holdOf(link, dates));
      if (after === null || after === undefined || (then != null && walk({ after: then, before: after + 1 }) <= 0))
        continue;
      for (const id of membersOf(link.toId)) {
        const item = now.get(id);
        if (item === undefined || !isWhole(item) || moved.has(id) || locked.has(id)) continue;
        for (let one = item; roomOf(link, { after, to: one }) < 0; hasChanged = true) {
          one = stepOn(one);
          now.set(id, one);
          pushed.add(id);
        }
      }
    }
  }
  return new Map([...pushed].map((id) => [id, now.get(id)]));

  /** The day after which (worked days counted) the successor may begin or end. */
  function holdOf(link: NetworkLink, dates: ReadonlyMap<string, Item>): DayNumber | null {
    const leaves = leavesOf(link.fromId).flatMap((id) => dates.get(id) ?? []);
    const [only] = leaves;
    const days = leaves.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
    const isSingle = leaves.length === 1 && only !== undefined;
    const first = isSingle ? only.first : days.length === 0 ? null : Math.min(...days);
    const last = isSingle ? only.last : days.length === 0 ? null : Math.max(...days);
    if (first === null || last === null || first > last) return null;
    return link.type === "FS" || link.type === "FF" ? last : first - 1;
  }
  function roomOf(link: NetworkLink, { after, to }: { after: DayNumber; to: Item }): number {
    const { first, last } = whole(to);
    return walk({ after, before: link.type === "FS" || link.type === "SS" ? first : last + 1 }) - link.lagDays;
  }
  /** Worked days after the one and before the other; turned round, less than none. */
  function walk({ after, before: end }: { after: DayNumber; before: DayNumber }): number {
    let count = 0;
    for (let day = after + 1; day < end; day += 1) if (isWorked(day)) count += 1;
    for (let day = end; day <= after; day += 1) if (isWorked(day)) count -= 1;
    return count;
  }
  function stepOn(item: Item): Item {
    const { first, last } = whole(item);
    let worked = 0;
    for (let day = first; day <= last; day += 1) if (isWorked(day)) worked += 1;
    let start = worked === 0 && !isWorked(first) ? first : first + 1;
    while (!isWorked(start)) start += 1;
    let end = start;
    for (let left = Math.max(1, worked) - 1; left > 0; left -= isWorked(end) ? 1 : 0) end += 1;
    return { ...item, first: start, last: end };
  }
  function whole({ first, last }: Item): { first: DayNumber; last: DayNumber } {
    if (first === null || last === null) throw new Error("An item without dates was pushed");
    return { first, last };
  }
  function isWhole({ first, last }: Item): boolean {
    return first !== null && last !== null && first <= last;
  }
  function isAbove(parentId: string, id: string | null): boolean {
    const up = items.find((item) => item.id === id)?.parentId ?? null;
    return up !== null && (up === parentId || isAbove(parentId, up));
  }
  function leavesOf(id: string): string[] {
    const below = items
      .filter((item) => isAbove(id, item.id) && !items.some(({ parentId }) => parentId === item.id))
      .map((item) => item.id);
    const after = below.map((leaf) => dated(leaf));
    return after.some((leaf) => leaf.first !== null || leaf.last !== null) ? below : [id];
  }
  function membersOf(id: string): string[] {
    const leaves = leavesOf(id);
    return leaves.length === 1 && leaves[0] === id ? [id] : leaves.filter((leaf) => isWhole(dated(leaf)));
  }
  function dated(id: string): Item {
    const item = before.get(id);
    const span = moved.get(id);
    if (item === undefined) throw new Error("No such item");
    if (span?.start == null || span.end === null) return item;
    return { ...item, first: toDayNumber(span.start), last: toDayNumber(span.end) };
  }
  function isInRing(link: NetworkLink): boolean {
    const reached = new Set(membersOf(link.toId));
    for (const id of reached)
      for (const next of links)
        if (leavesOf(next.fromId).includes(id)) for (const member of membersOf(next.toId)) reached.add(member);
    return leavesOf(link.fromId).some((leaf) => reached.has(leaf));
  }
}

describe("over generated plans with parents, rings, gaps and days off", () => {
  test("what is pushed, and how far, is what moving day by day finds", PATIENT, () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { pushed } = run(world);
        const found = [...pushed].map(([id, { start, end }]) => `${id}: ${start} ${end}`);
        const wanted = [...slowCascade(world)].map(
          ([id, item]) => `${id}: ${toIsoDate(item?.first ?? 0)} ${toIsoDate(item?.last ?? 0)}`,
        );
        expect(new Set(found)).toEqual(new Set(wanted));
      }),
      { numRuns: 10_000 },
    );
  });

  test(
    "nothing is pulled earlier, asked for or locked; each push names a link that ends at it or above it",
    PATIENT,
    () => {
      fc.assert(
        fc.property(anyWorld, (world) => {
          const { pushed, staying } = run(world);
          const parentOf = new Map(world.items.map(({ id, parentId }) => [id, parentId]));
          for (const [id, push] of pushed) {
            const item = world.items.find((one) => one.id === id);
            expect(world.moved.has(id) || world.locked.has(id)).toBe(false);
            expect(toDayNumber(push.start)).toBeGreaterThanOrEqual(item?.first ?? Number.NaN);
            expect(staying.has(id)).toBe(false);
            const above = [id];
            for (let up = parentOf.get(id); up != null; up = parentOf.get(up)) above.push(up);
            expect(above).toContain(push.cause.toId);
            expect(world.links).toContain(push.cause);
          }
        }),
        { numRuns: 5_000 },
      );
    },
  );
});

describe("at the size of the largest project", () => {
  test("10,000 links among 30,000 items, in chains of 100, are pushed to their ends", PATIENT, () => {
    const calendar = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });
    const start = toIsoDate(FIRST_DAY);
    const items = Array.from({ length: 30_000 }, (_, index) => ({
      id: `${index}`,
      parentId: index % 100 === 0 ? null : `${index - (index % 100)}`,
      start,
      end: start,
    }));
    const links = Array.from({ length: 10_100 }, (_, index) => ({
      fromId: `${index + Math.floor(index / 99) + 1}`,
      toId: `${index + Math.floor(index / 99) + 2}`,
      type: "FS" as const,
      lagDays: 0,
    })).filter(({ fromId, toId }) => Number(fromId) % 100 !== 0 && Number(toId) % 100 !== 0);
    const moved = new Map(items.filter((_, index) => index % 100 === 1).map(({ id }) => [id, later(DAYS)]));
    const { pushed } = findCascade(items, { links, moved, calendar });
    expect(pushed.size).toBe(links.length);
    expect(pushed.get("99")?.start).toBe(addWorkingDays(later(DAYS).start, { workingDays: 98, calendar }));
    function later(days: number) {
      const day = toIsoDate(FIRST_DAY + days);
      return { start: day, end: day };
    }
  });
});
