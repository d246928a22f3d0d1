import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import type { TrendProject } from "../../lib/trends.ts";
import { IconButton } from "../../ui/icon-button.tsx";

/** What this is the trend of, the way back to it, and how fresh it is. */
export function TrendsHead(props: {
  projects: readonly TrendProject[];
  readAt: number | null;
  isReading: boolean;
  plan: { projectId: string; planId: string; name: string } | null;
  onReadAgain: () => void;
}) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const { plan, projects } = props;
  const { trends: said } = words;
  const read = projects.filter(({ trend }) => trend !== null).length;
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-gutter py-2.5">
      <nav aria-label={words.plan.breadcrumb} className="flex items-center gap-3 text-sm text-muted max-md:hidden">
        {plan === null ? (
          <Link to="/" className="hover:text-text hover:underline">
            {words.shell.plans}
          </Link>
        ) : (
          <Link
            to="/projects/$projectId/plans/$planId"
            params={{ projectId: plan.projectId, planId: plan.planId }}
            className="max-w-64 truncate hover:text-text hover:underline"
          >
            {plan.name}
          </Link>
        )}
        <span aria-hidden="true" className="text-faint">
          /
        </span>
      </nav>
      <h1 className="text-xl font-semibold tracking-tight">{said.title}</h1>
      <p role="status" className="text-xs text-muted">
        {projects.length === 0 ? said.reading : said.projectsRead(read, projects.length)}
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
