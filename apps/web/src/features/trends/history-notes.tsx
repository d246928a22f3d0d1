import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { TrendProject } from "../../lib/trends.ts";
import { trendQueries } from "../../queries/trend-queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** More would push the chart out of sight. */
const MOST_SHOWN = 3;

/** What is not known, and why, project by project; failures first. */
export function HistoryNotes({ projects }: { projects: readonly TrendProject[] }) {
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const [isWhole, setWhole] = useState(false);
  const { trends: said } = words;
  const failures = projects.flatMap(({ project, error }) => (error === null ? [] : [{ project, error }]));
  const notes = projects.flatMap(({ project, trend }) => {
    if (trend === null) return [];
    const { knownSince } = trend.history;
    // What records do not tell may be told by notes, or there may have been nothing yet.
    const limit = trend.points.some(({ unknown }) => unknown > 0) ? trend.history.limit : null;
    const day = knownSince === null ? null : format.longDay(knownSince);
    const history =
      limit === null
        ? []
        : limit === "ipd" || limit === "refused"
          ? [said.history[limit](project.name)]
          : [day === null ? said.history.none(project.name) : said.history[limit](project.name, day)];
    return [...history, ...(trend.failedPlans > 0 ? [said.failedPlans(project.name, trend.failedPlans)] : [])];
  });
  const shown = isWhole ? notes : notes.slice(0, MOST_SHOWN);
  if (failures.length === 0 && notes.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-gutter pt-3">
      {failures.map(({ project, error }) => (
        <Notice
          key={project.id}
          tone="warning"
          icon="health-at-risk"
          action={
            <Button variant="link" onClick={() => void client.invalidateQueries({ queryKey: trendQueries.key })}>
              {words.common.tryAgain}
            </Button>
          }
        >
          {said.projectFailed(project.name)} {words.errors[error.code]}
        </Notice>
      ))}
      {shown.map((note) => (
        <Notice key={note} tone="neutral" icon="info">
          {note}
        </Notice>
      ))}
      {shown.length < notes.length && (
        <Button variant="link" className="self-start" onClick={() => setWhole(true)}>
          {said.moreNotes(notes.length - shown.length)}
        </Button>
      )}
    </div>
  );
}
