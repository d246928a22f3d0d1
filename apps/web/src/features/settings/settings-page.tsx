import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { LANGUAGES, languageNames } from "../../lib/languages.ts";
import { useWords } from "../../i18n/use-words.ts";
import { changeLanguage } from "../../i18n/apply-settings.ts";
import { useToday } from "../../lib/clock.ts";
import { DENSITIES, THEMES, useLanguage, useSettings } from "../../lib/settings.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { CalendarSettings } from "./calendar-settings.tsx";
import { Section } from "./section.tsx";
import { SettingRow } from "./setting-row.tsx";

/** @param props.shares one's links and feeds, a feature of their own */
export function SettingsPage(props: { shares: ReactNode }) {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  usePageTitle(words.settings.title);
  return (
    <div className="max-w-[60rem] px-gutter pb-16">
      <div className="flex min-h-14 flex-col justify-center gap-x-3 py-2.5 md:flex-row md:items-center md:justify-start">
        <h1 className="text-xl font-semibold tracking-tight">{words.settings.title}</h1>
        <p className="text-xs text-muted">{words.settings.lead}</p>
      </div>
      <Appearance />
      <CalendarSettings />
      <Section title={words.settings.timeZone}>
        <div className="px-4 py-3.5">
          <p>{words.settings.timeZoneNow(format.longDay(today))}</p>
          <p className="mt-1 max-w-[44rem] text-xs text-muted">{words.settings.timeZoneNote}</p>
        </div>
      </Section>
      <Section title={words.share.section} note={words.share.sectionNote}>
        {props.shares}
      </Section>
    </div>
  );
}

function Appearance() {
  const words = useWords();
  const language = useLanguage();
  const { theme, density, change } = useSettings();
  const { settings } = words;
  return (
    <Section title={settings.appearance}>
      <SettingRow label={settings.language}>
        <SegmentedControl
          label={settings.language}
          value={language}
          onChange={(next) => void changeLanguage(next)}
          segments={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))}
        />
      </SettingRow>
      <SettingRow label={settings.theme}>
        <SegmentedControl
          label={settings.theme}
          value={theme}
          onChange={(next) => change({ theme: next })}
          segments={THEMES.map((value) => ({ value, label: settings.themes[value] }))}
        />
      </SettingRow>
      <SettingRow label={settings.density} note={settings.densityNote}>
        <SegmentedControl
          label={settings.density}
          value={density}
          onChange={(next) => change({ density: next })}
          segments={DENSITIES.map((value) => ({ value, label: settings.densities[value] }))}
        />
      </SettingRow>
    </Section>
  );
}
