import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

/** Putting a change set back, seen before it is done. */
export const undo = {
  title: { undo: (what: string) => `Undo “${what}”`, redo: (items: string) => `Redo on ${items}` },
  reading: "Reading what these work items hold now",
  waits: "If it is still being applied, the preview opens when it has ended.",
  lead: { undo: "Each gets back what it held before.", redo: "Each gets what was undone." },
  changedSince: (count: number) =>
    plural(count, {
      one: "1 was changed by somebody since. It is left alone.",
      other: "# were changed by somebody since. They are left alone.",
    }),
  linksStay: (count: number) =>
    plural(count, {
      one: "1 work item stays on the plan. CodeArts documents no way to take a single one off. By hand: open the plan in CodeArts and remove it there.",
      other:
        "# work items stay on the plan. CodeArts documents no way to take single ones off. By hand: open the plan in CodeArts and remove them there.",
    }),
  nothing: "Nothing of it can be put back.",
  putBack: (count: number) => plural(count, { one: "Put back 1 change", other: "Put back # changes" }),
  noneTicked: "No change is ticked",
  seeChangeSet: "See the change set",
  result: (applied: number, total: number) => `Undo put back ${number(applied)} of ${number(total)}.`,
  resultSince: (applied: number, total: number, since: number) =>
    `Undo put back ${number(applied)} of ${number(total)}. ${plural(since, { one: "1 was changed since.", other: "# were changed since." })}`,
};
