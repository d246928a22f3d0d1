import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkLink,
  createWorkingCalendar,
  type DayNumber,
  findCriticalPath,
  type LinkType,
  type NetworkLink,
  shiftByWorkingDays,
  toIsoDate,
} from "../src/index.ts";

const MANY = { numRuns: 10_000 };
const PATIENT = { timeout: 180_000 };
const FIRST_DAY = 20_000;
const LAST_DAY = FIRST_DAY + 60;
const LINK_TYPES: readonly LinkType[] = ["FS", "SS", "FF", "SF"];

type Days = { id: string; first: DayNumber; last: DayNumber };
type World = { items: Days[]; links: NetworkLink[]; worked: ReadonlySet<DayNumber> };

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY - 12 });
const anyRules = fc.record({
  weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
  holidays: fc.uniqueArray(anyDay, { maxLength: 8 }),
  makeUpDays: fc.uniqueArray(anyDay, { maxLength: 8 }),
});
const anyItems = fc.array(fc.record({ first: anyDay, length: fc.integer({ min: 0, max: 9 }) }), {
  minLength: 1,
  maxLength: 8,
});
const anyLinks = fc.array(
  fc.record({
    from: fc.nat(7),
    to: fc.nat(7),
    type: fc.constantFrom(...LINK_TYPES),
    lagDays: fc.integer({ min: -4, max: 4 }),
  }),
  { maxLength: 12 },
);

const anyWorld = fc.record({ rules: anyRules, items: anyItems, links: anyLinks }).map(({ rules, items, links }) => ({
  calendar: createWorkingCalendar({
    weekend: rules.weekend,
    holidays: rules.holidays.map(toIsoDate),
    makeUpDays: rules.makeUpDays.map(toIsoDate),
  }),
  world: {
    items: items.map(({ first, length }, index) => ({ id: `${index}`, first, last: first + length })),
    links: links.map(({ from, to, type, lagDays }) => ({ fromId: `${from}`, toId: `${to}`, type, lagDays })),
    worked: workedDays(rules),
  } satisfies World,
}));

/** Day by day, from the calendar's rules as they are written. */
function workedDays(rules: { weekend: number[]; holidays: number[]; makeUpDays: number[] }): Set<DayNumber> {
  const worked = new Set<DayNumber>();
  for (let day = FIRST_DAY - 1; day <= LAST_DAY; day += 1) {
    const isOff = rules.weekend.includes((day + 4) % 7) || rules.holidays.includes(day);
    if (!isOff || rules.makeUpDays.includes(day)) worked.add(day);
  }
  return worked;
}

/** Worked days after `after` and before `before`, by walking; turned round, less than none. */
function walk({ after, before }: { after: DayNumber; before: DayNumber }, worked: World["worked"]): number {
  let count = 0;
  for (let day = after + 1; day < before; day += 1) if (worked.has(day)) count += 1;
  for (let day = before; day <= after; day += 1) if (worked.has(day)) count -= 1;
  return count;
}

function roomOf(link: NetworkLink, { from, to, worked }: { from: Days; to: Days; worked: World["worked"] }): number {
  const after = link.type === "FS" || link.type === "FF" ? from.last : from.first - 1;
  const before = link.type === "FS" || link.type === "SS" ? to.first : to.last + 1;
  return walk({ after, before }, worked) - link.lagDays;
}

/** Every link that some walk leads back to, found by trying all walks. */
function withoutRings(links: readonly NetworkLink[]): NetworkLink[] {
  const leads = new Set(links.map(({ fromId, toId }) => `${fromId} ${toId}`));
  const ids = Array.from({ length: 8 }, (_, index) => `${index}`);
  for (const over of ids)
    for (const from of ids)
      for (const to of ids) if (leads.has(`${from} ${over}`) && leads.has(`${over} ${to}`)) leads.add(`${from} ${to}`);
  return links.filter(({ fromId, toId }) => fromId !== toId && !leads.has(`${toId} ${fromId}`));
}

/** Tightens every item by every link, over and over, until nothing gives way any more. */
function slowSlack({ items, links, worked }: World): Map<string, number> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const finish = Math.max(...items.map(({ last }) => last));
  const slack = new Map(items.map(({ id, last }) => [id, walk({ after: last, before: finish + 1 }, worked)]));
  const holding = withoutRings(links);
  for (let round = 0; round <= items.length; round += 1) {
    for (const link of holding) {
      const [from, to] = [byId.get(link.fromId), byId.get(link.toId)];
      if (from === undefined || to === undefined) continue;
      const allowed = roomOf(link, { from, to, worked }) + (slack.get(to.id) ?? 0);
      slack.set(from.id, Math.min(slack.get(from.id) ?? allowed, allowed));
    }
  }
  return slack;
}

const toSpan = ({ id, first, last }: Days) => ({ id, start: toIsoDate(first), end: toIsoDate(last) });

describe("over 10,000 networks", () => {
  test("slack is what a slow solver finds, day by day and link by link", PATIENT, () => {
    fc.assert(
      fc.property(anyWorld, ({ calendar, world }) => {
        const { slack } = findCriticalPath(world.items.map(toSpan), { links: world.links, calendar });
        expect(new Map([...slack].map(([id, { slackDays }]) => [id, slackDays]))).toEqual(slowSlack(world));
      }),
      MANY,
    );
  });

  test("the link that bounds an item is one of its own, with no more room than its slack", PATIENT, () => {
    fc.assert(
      fc.property(anyWorld, ({ calendar, world }) => {
        const { slack } = findCriticalPath(world.items.map(toSpan), { links: world.links, calendar });
        const byId = new Map(world.items.map((item) => [item.id, item]));
        for (const [id, { slackDays, critical, boundBy }] of slack) {
          expect(critical).toBe(slackDays <= 0);
          const [from, to] = [byId.get(id), byId.get(boundBy?.toId ?? "")];
          if (boundBy === null || from === undefined || to === undefined) continue;
          expect(boundBy.fromId).toBe(id);
          const room = roomOf(boundBy, { from, to, worked: world.worked });
          expect(room + (slack.get(to.id)?.slackDays ?? Number.NaN)).toBe(slackDays);
        }
      }),
      MANY,
    );
  });

  test("a link is broken by as many working days as walking counts", PATIENT, () => {
    fc.assert(
      fc.property(anyWorld, ({ calendar, world }) => {
        for (const link of world.links) {
          const [from, to] = [link.fromId, link.toId].map((id) => world.items[Number(id)]);
          if (from === undefined || to === undefined) continue;
          const brokenByDays = Math.max(0, -roomOf(link, { from, to, worked: world.worked }));
          const dates = { from: toSpan(from), to: toSpan(to), calendar };
          expect(checkLink(link, dates)).toEqual({ broken: brokenByDays > 0, brokenByDays });
        }
      }),
      MANY,
    );
  });
});

describe("an item that slips", () => {
  test("by its slack and pushes its successors leaves the plan's last day; by a day more it does not", PATIENT, () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(7), ({ calendar, world }, choice) => {
        const items = world.items.map(toSpan);
        // Items that begin and end on days off slip by a day less than they are told.
        fc.pre(world.items.every(({ first, last }) => world.worked.has(first) && world.worked.has(last)));
        const links = withoutRings(world.links).filter((link) => isKept(link, items));
        const { slack, finish } = findCriticalPath(items, { links, calendar });
        const moved = items[choice % items.length];
        const slackDays = slack.get(moved?.id ?? "")?.slackDays ?? Number.NaN;
        expect(slackDays).toBeGreaterThanOrEqual(0);
        expect(finishAfter(slackDays) === finish).toBe(true);
        expect(finishAfter(slackDays + 1) > (finish ?? "")).toBe(true);

        function isKept(link: NetworkLink, all: typeof items): boolean {
          const [from, to] = [link.fromId, link.toId].map((id) => all.find((one) => one.id === id));
          return from !== undefined && to !== undefined && checkLink(link, { from, to, calendar })?.broken === false;
        }
        function finishAfter(workingDays: number): string {
          const now = items.map((one) => ({ ...one, ...(one === moved && slip(one, workingDays)) }));
          for (let changed = true; changed;) {
            changed = false;
            for (const link of links) {
              const from = now.find(({ id }) => id === link.fromId);
              const to = now.find(({ id }) => id === link.toId);
              if (from === undefined || to === undefined) continue;
              const { brokenByDays = 0 } = checkLink(link, { from, to, calendar }) ?? {};
              Object.assign(to, slip(to, brokenByDays));
              changed ||= brokenByDays > 0;
            }
          }
          return (
            now
              .map(({ end }) => end)
              .toSorted((left, right) => (left < right ? -1 : 1))
              .at(-1) ?? ""
          );
        }
        function slip(one: (typeof items)[number], workingDays: number) {
          const { start, end } = shiftByWorkingDays(one, { workingDays, calendar });
          if (start === null || end === null) throw new Error("A dated item lost a date");
          return { start, end };
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
