import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import type { CoverageProject } from "../../lib/coverage.ts";
import { IconButton } from "../../ui/icon-button.tsx";

/** What this is, of how many projects it tells, and how fresh. */
export function CoverageHead(props: {
  projects: readonly CoverageProject[];
  readAt: number | null;
  isReading: boolean;
  onReadAgain: () => void;
}) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const { coverage: said } = words;
  const read = props.projects.filter((one) => one.read !== null).length;
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-gutter py-2.5">
      <nav aria-label={words.plan.breadcrumb} className="flex items-center gap-3 text-sm text-muted max-md:hidden">
        <Link to="/" className="hover:text-text hover:underline">
          {words.shell.plans}
        </Link>
        <span aria-hidden="true" className="text-faint">
          /
        </span>
      </nav>
      <h1 className="text-xl font-semibold tracking-tight">{said.title}</h1>
      <p role="status" className="text-xs text-muted">
        {props.projects.length === 0 ? said.reading : said.projectsRead(read, props.projects.length)}
        {props.readAt !== null &&
          !props.isReading &&
          words.common.comma + words.common.readAgo(format.ago(props.readAt, { now }))}
      </p>
      <IconButton
        icon="retry"
        label={said.readAgain}
        aria-busy={props.isReading || undefined}
        onClick={props.onReadAgain}
        className="-ml-2"
      />
    </header>
  );
}
