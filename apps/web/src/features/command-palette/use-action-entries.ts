import { useMemo } from "react";
import { LANGUAGES, languageNames } from "../../lib/languages.ts";
import { useWords } from "../../i18n/use-words.ts";
import { changeLanguage } from "../../i18n/apply-settings.ts";
import { useLanguage, useSettings } from "../../lib/settings.ts";
import type { PaletteEntry } from "./palette-entries.ts";

/** The pages, and what can be done from everywhere. */
export function useActionEntries(handlers: { onShowShortcuts: () => void; onSignOut: () => void }): PaletteEntry[] {
  const words = useWords();
  const language = useLanguage();
  const { onShowShortcuts, onSignOut } = handlers;
  return useMemo((): PaletteEntry[] => {
    const { shell, palette } = words;
    const action = (entry: Pick<PaletteEntry, "id" | "icon" | "title">, run: () => void): PaletteEntry => ({
      ...entry,
      group: "actions",
      target: { kind: "action", run },
    });
    const themes = (["light", "dark", "system"] as const).map((theme) =>
      action({ id: `theme-${theme}`, icon: "theme", title: palette.action[theme] }, () =>
        useSettings.getState().change({ theme }),
      ),
    );
    const languages = LANGUAGES.filter((one) => one !== language).map((one) =>
      action(
        { id: `language-${one}`, icon: "language", title: palette.action.language(languageNames[one]) },
        () => void changeLanguage(one),
      ),
    );
    return [
      { id: "page-plans", group: "pages", icon: "plans", title: shell.plans, target: { kind: "page", to: "/" } },
      { id: "page-team", group: "pages", icon: "team", title: shell.team, target: { kind: "page", to: "/team" } },
      {
        id: "page-coverage",
        group: "pages",
        icon: "filter",
        title: words.coverage.title,
        target: { kind: "page", to: "/coverage" },
      },
      {
        id: "page-trends",
        group: "pages",
        icon: "trends",
        title: words.trends.title,
        target: { kind: "page", to: "/trends" },
      },
      {
        id: "page-changes",
        group: "pages",
        icon: "changes",
        title: shell.changes,
        target: { kind: "page", to: "/changes" },
      },
      {
        id: "page-settings",
        group: "pages",
        icon: "settings",
        title: shell.settings,
        target: { kind: "page", to: "/settings" },
      },
      action({ id: "shortcuts", icon: "keyboard", title: shell.shortcuts }, onShowShortcuts),
      ...themes,
      ...languages,
      action({ id: "sign-out", icon: "sign-out", title: shell.signOut }, onSignOut),
    ];
  }, [words, language, onShowShortcuts, onSignOut]);
}
