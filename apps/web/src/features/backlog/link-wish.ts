import { type IsoDate, MAX_ITEMS, type Proposal } from "@gantry/api-contract";
import { type Choice, countChosen } from "./choice.ts";

/** What to link, how many that are, and the day on which undated ones are to start; null leaves them undated. */
export type LinkWish = { choice: Choice; count: number; scheduleUndatedOn: IsoDate | null };

export function toWish(choice: Choice, { total, day }: { total: number; day: IsoDate | null }): LinkWish {
  return { choice, count: countChosen(choice, total), scheduleUndatedOn: day };
}

/** How many of them one change set takes. */
export function countTaken(wish: LinkWish): number {
  return Math.min(wish.count, MAX_ITEMS);
}

export function toProposal(wish: LinkWish, plan: { projectId: string; planId: string }): Proposal {
  const { choice, scheduleUndatedOn } = wish;
  const { projectId, planId } = plan;
  const dates = scheduleUndatedOn === null ? {} : { scheduleUndatedOn };
  if (choice.kind === "some") return { kind: "link", projectId, planId, itemIds: [...choice.ids], ...dates };
  const search = choice.search === "" ? {} : { search: choice.search };
  return { kind: "link-matching", projectId, planId, ...search, exceptIds: [...choice.exceptIds], ...dates };
}
