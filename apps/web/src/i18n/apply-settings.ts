import { loadDictionary } from "./dictionary.ts";
import { languageOf, type Settings, useSettings } from "../lib/settings.ts";

/** Puts the settings on the page's root element, now and at every change. Returns how to stop. */
export function applySettings(root: HTMLElement): () => void {
  const apply = (settings: Settings) => {
    root.lang = languageOf(settings);
    root.dataset["density"] = settings.density;
    if (settings.theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = settings.theme;
  };
  apply(useSettings.getState());
  return useSettings.subscribe(apply);
}

/** Changes the language once its words are there, so that no half-translated page is shown. */
export async function changeLanguage(language: NonNullable<Settings["language"]>): Promise<void> {
  await loadDictionary(language);
  useSettings.getState().change({ language });
}
