import { LANGUAGES, languageNames } from "../../lib/languages.ts";
import { useWords } from "../../i18n/use-words.ts";
import { changeLanguage } from "../../i18n/apply-settings.ts";
import { useLanguage } from "../../lib/settings.ts";
import { cx } from "../../ui/class-names.ts";

export function LanguageLinks() {
  const words = useWords();
  const current = useLanguage();
  return (
    <nav aria-label={words.session.language} className="-mx-2 flex gap-1 text-xs">
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => void changeLanguage(language)}
          className={cx(
            "min-h-6 rounded-sm px-2 hover:text-text",
            language === current ? "font-medium text-text" : "text-muted underline underline-offset-2",
          )}
        >
          {languageNames[language]}
        </button>
      ))}
    </nav>
  );
}
