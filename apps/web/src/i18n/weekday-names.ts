import { addDays, type IsoDate } from "@gantry/schedule";
import { useMemo } from "react";
import { useLanguage } from "../lib/settings.ts";

const SOME_SUNDAY: IsoDate = "2026-11-22";

/** Names of the weekdays in the reader's language, 0 = Sunday. */
export function useWeekdayNames(): { long: readonly string[]; short: readonly string[] } {
  const language = useLanguage();
  return useMemo(() => {
    const namesOf = (weekday: "long" | "short") => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      return Array.from({ length: 7 }, (_, index) => format.format(Date.parse(addDays(SOME_SUNDAY, index))));
    };
    return { long: namesOf("long"), short: namesOf("short") };
  }, [language]);
}
