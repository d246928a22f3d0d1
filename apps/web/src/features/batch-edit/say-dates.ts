import { type IsoDate, isIsoDate, type Sprint } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { checkDates } from "./check-draft.ts";
import { type DatesDraft, OWN_SPRINT } from "./draft.ts";

export type SayDates = {
  words: Words;
  format: Format;
  today: IsoDate;
  /** 0 = Sunday. */
  weekdays: readonly string[];
  sprints: readonly Sprint[];
};

/** What the dates' form will do to each item, in a sentence; empty while it can't do anything. */
export function sayDates(dates: DatesDraft, { words, format, today, weekdays, sprints }: SayDates): string {
  const { says } = words.batchEdit;
  const day = (text: string) => (isIsoDate(text) ? format.day(text, { near: today }) : null);
  const isFine = checkDates(dates) === null;
  switch (dates.how) {
    case "clear":
      return says.clear;
    case "set": {
      const [start, end] = [day(dates.start), day(dates.end)];
      if (start === null && end === null) return says.setNothing;
      if (start === null) return says.setEnd(end ?? "");
      return end === null ? says.setStart(start) : says.setBoth(start, end);
    }
    case "shift": {
      const days = Number(dates.workingDays);
      if (!isFine) return "";
      return days > 0 ? says.later(days) : says.earlier(-days);
    }
    case "snap":
      return says.snap[dates.toward](weekdays[dates.weekday] ?? "");
    case "fit-sprint": {
      const sprint = sprints.find(({ id }) => id === dates.sprint);
      if (dates.sprint === OWN_SPRINT || sprint === undefined) return says.fitOwn;
      return says.fit(saySprint(sprint, { words, format, today }));
    }
    case "scale":
      return isFine ? says.scale(format.percent(Number(dates.percent)), day(dates.anchor) ?? says.theEarliest) : "";
  }
}

/** A sprint with its days: "Sprint 12 (20 Apr to 1 May)". */
export function saySprint(
  { name, start, end }: Sprint,
  { words, format, today }: Pick<SayDates, "words" | "format" | "today">,
): string {
  if (start === null || end === null) return name;
  return words.batchEdit.sprintDays(name, format.day(start, { near: today }), format.day(end, { near: today }));
}
