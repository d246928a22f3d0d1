import type { CalendarSettings as Calendar } from "@gantry/api-contract";
import { useWeekdayNames } from "../../i18n/weekday-names.ts";
import { useSettings, defaultCalendar } from "../../lib/settings.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { DayList } from "./day-list.tsx";
import { Section } from "./section.tsx";
import { SettingRow } from "./setting-row.tsx";

const FIRST_DAYS = [1, 0, 6] as const;

export function CalendarSettings() {
  const { settings: words } = useWords();
  const names = useWeekdayNames();
  const { firstDayOfWeek, calendar, change } = useSettings();
  const changeCalendar = (changes: Partial<Calendar>) => change({ calendar: { ...calendar, ...changes } });
  const toggleWeekend = (weekday: number, isOff: boolean) => {
    const weekend = isOff ? [...calendar.weekend, weekday] : calendar.weekend.filter((one) => one !== weekday);
    changeCalendar({ weekend: weekend.toSorted((left, right) => left - right) });
  };
  const week = Array.from({ length: 7 }, (_, index) => (firstDayOfWeek + index) % 7);
  const mostOff = calendar.weekend.length >= 6;
  return (
    <Section title={words.calendar} note={words.calendarNote}>
      <SettingRow label={words.firstDay}>
        <SegmentedControl
          label={words.firstDay}
          value={String(firstDayOfWeek)}
          onChange={(value) => change({ firstDayOfWeek: FIRST_DAYS.find((day) => String(day) === value) ?? 1 })}
          segments={FIRST_DAYS.map((day) => ({ value: String(day), label: names.long[day] ?? "" }))}
        />
      </SettingRow>
      <SettingRow label={words.weekend} {...(mostOff ? { note: words.lastWorkingDay } : {})}>
        <fieldset aria-label={words.weekend} className="flex min-w-0 flex-wrap gap-x-5 gap-y-2 md:pt-1">
          {week.map((weekday) => {
            const isOff = calendar.weekend.includes(weekday);
            return (
              <Checkbox
                key={weekday}
                label={names.short[weekday] ?? ""}
                checked={isOff}
                disabled={mostOff && !isOff}
                onChange={(next) => toggleWeekend(weekday, next)}
              />
            );
          })}
        </fieldset>
      </SettingRow>
      <SettingRow label={words.holidays}>
        <DayList
          label={words.holidays}
          days={calendar.holidays}
          onChange={(holidays) => changeCalendar({ holidays })}
        />
      </SettingRow>
      <SettingRow label={words.makeUpDays} note={words.makeUpNote}>
        <DayList
          label={words.makeUpDays}
          days={calendar.makeUpDays}
          onChange={(makeUpDays) => changeCalendar({ makeUpDays })}
        />
      </SettingRow>
      <div className="px-4 py-3">
        <Button icon="calendar" onClick={() => change({ calendar: defaultCalendar })}>
          {words.useChina}
        </Button>
      </div>
    </Section>
  );
}
