import { useLanguage } from "../lib/settings.ts";
import { dictionaryOf } from "./dictionary.ts";
import type { Words } from "./words.ts";

/** Every text of the product in the reader's language: `const words = useWords()`, then `words.overview.search`. */
export function useWords(): Words {
  return dictionaryOf(useLanguage());
}
