import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

const calls = (count: number) => plural(count, { one: "1 call to CodeArts", other: "# calls to CodeArts" });

const changesTo = (changes: number, items: number) =>
  `${plural(changes, { one: "# change", other: "# changes" })} to ${plural(items, { one: "# item", other: "# items" })}`;

/** What a change set would do, before it does it: for every dialog that shows one. */
export const preview = {
  table: "Changes",
  column: { number: "Number", item: "Work item", field: "Field", now: "Now", after: "After" },
  keys: "Arrow keys go from tick to tick, Space flips one, Shift with the arrows carries it along, Ctrl+A flips all.",
  ticked: (ticked: number, all: number) =>
    `${number(ticked)} of ${plural(all, { one: "# row", other: "# rows" })} ticked`,
  tickAll: "Tick all",
  tickNone: "Untick all",
  allTicked: "All are ticked",
  noneTicked: "None is ticked",
  include: (title: string, field: string) => `Change ${field} of ${title}`,
  includeAll: "Include all changes",
  untickedByYou: "Unticked by you",
  group: {
    cascade: (changes: number, items: number) => `Moved along with them: ${changesTo(changes, items)}`,
    asked: (changes: number, items: number) => `Can be put back: ${changesTo(changes, items)}`,
  },
  follows: (item: string) => `follows ${item}`,
  alongLink: (link: string) => `(${link})`,
  leftAsTheyAre: (count: number) => `Left as they are: ${number(count)}`,
  reasonCount: (reason: string, count: number) => `${reason}: ${number(count)}`,
  nowHolds: (value: string) => `now ${value}`,
  willHold: (value: string) => `it writes ${value}`,
  summary: changesTo,
  estimate: (duration: string, count: number) => `About ${duration}, ${calls(count)}.`,
  atMost: (duration: string, count: number) => `At most ${duration}, ${calls(count)}.`,
};
