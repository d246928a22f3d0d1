import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

export function NotFoundPage() {
  const words = useWords();
  usePageTitle(words.shell.notFoundTitle);
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <h1 className="text-center text-xl font-semibold">{words.shell.notFoundTitle}</h1>
      <EmptyState
        icon="search"
        text={words.shell.notFound}
        action={
          <Link to="/" className={buttonClass({ variant: "primary" })}>
            {words.shell.toPlans}
          </Link>
        }
      />
    </main>
  );
}
