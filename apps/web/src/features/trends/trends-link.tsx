import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";

/** The way to the trends of all that one sees. */
export function TrendsLink() {
  const { trends: said } = useWords();
  return (
    <Link to="/trends" className={buttonClass()}>
      <Icon name="trends" />
      <span className="max-xl:sr-only">{said.open}</span>
    </Link>
  );
}
