import { chinaMidnightOf, type IsoDate } from "../days.ts";
import type { Random } from "../random.ts";
import type { Person, Plan, PlanType } from "./world-types.ts";

const MS_PER_DAY = 86_400_000;

export type PlanDraft = {
  projectId: string;
  name: string;
  type: PlanType;
  creator: Person;
  itemIds: string[];
  startsInDays: number;
};

/** A plan over items; made some weeks before its work begins, touched lately. */
export function createPlan(
  draft: PlanDraft,
  { team, today, random }: { team: Person[]; today: IsoDate; random: Random },
): Plan {
  const now = chinaMidnightOf(today) + 9 * 3_600_000;
  const createdAt = now + Math.min(-2, draft.startsInDays - 14) * MS_PER_DAY - random.between(0, 20_000_000);
  const updatedAt = Math.max(createdAt, now - Math.round(random.next() ** 3 * 9 * MS_PER_DAY));
  const id = random.hex(32);
  return {
    id,
    projectId: draft.projectId,
    name: draft.name,
    type: draft.type,
    creator: draft.creator,
    updater: random.chance(0.6) ? draft.creator : random.pick(team),
    createdAt,
    updatedAt,
    imageUrl: random.chance(0.7)
      ? `/v1/upload/${draft.projectId}/${today.slice(0, 7).replace("-", "")}/${updatedAt}.png`
      : null,
    itemIds: new Set(draft.itemIds),
  };
}
