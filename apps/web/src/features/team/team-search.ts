import { isIsoDate, type IsoDate } from "@gantry/api-contract";
import * as v from "valibot";

const text = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(20_000))), undefined);
const dayText = v.custom<IsoDate>((input) => typeof input === "string" && isIsoDate(input));
/** What the address of the team's page holds; lists are separated by commas. What doesn't fit is left out. */
export const teamSearchSchema = v.object({
  q: text,
  project: text,
  plan: text,
  show: v.fallback(v.optional(v.picklist(["busy", "overloaded", "free"])), undefined),
  by: v.fallback(v.optional(v.picklist(["items"])), undefined),
  /** First day of the first week that shows. */
  from: v.fallback(v.optional(dayText), undefined),
  /** The open cell: a person's id or `nobody`, and a week's first day or `unscheduled`. */
  person: text,
  week: v.fallback(v.optional(v.union([v.literal("unscheduled"), dayText])), undefined),
});
export type TeamSearch = v.InferOutput<typeof teamSearchSchema>;

/** In the address, in place of a person's id. */
const NOBODY = "nobody";

/** One cell, by who and when. `personId: null` = nobody. */
export type CellKey = { personId: string | null; week: IsoDate | "unscheduled" };

export function toOpenCell({ person, week }: TeamSearch): CellKey | null {
  if (person === undefined || week === undefined) return null;
  return { personId: person === NOBODY ? null : person, week };
}

export function fromOpenCell(cell: CellKey | null): Pick<TeamSearch, "person" | "week"> {
  return cell === null ? { person: undefined, week: undefined } : { person: cell.personId ?? NOBODY, week: cell.week };
}

export function toList(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((part) => part !== "");
}

/** A filter's values as the address holds them; none is left out. */
export function fromList(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(",");
}
