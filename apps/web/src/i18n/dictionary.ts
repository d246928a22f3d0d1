import { en } from "./en/index.ts";
import type { Language } from "../lib/languages.ts";
import type { Words } from "./words.ts";

const loaded = new Map<Language, Words>([["en", en]]);

/** Fetches a language's words; to be awaited before the language is shown. English is always there. */
export async function loadDictionary(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { zhCN } = await import("./zh-CN/index.ts");
  loaded.set("zh-CN", zhCN);
}

/** Words of a language that was loaded; English until then. */
export function dictionaryOf(language: Language): Words {
  return loaded.get(language) ?? en;
}
