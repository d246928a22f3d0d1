import type { Language } from "../lib/languages.ts";

/** Texts for the plural forms of a language; `#` stands for the number. */
type PluralForms = { one?: string; other: string };

/** Makes `number` and `plural` of one language, for the dictionaries. */
export function createCounting(language: Language) {
  const numberFormat = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  const number = (value: number): string => numberFormat.format(value);
  const plural = (count: number, forms: PluralForms): string => {
    const form = rules.select(count) === "one" ? (forms.one ?? forms.other) : forms.other;
    return form.replaceAll("#", number(count));
  };
  return { number, plural };
}
