import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { OverviewProject } from "../../lib/overview.ts";
import { readProjectAnew } from "../../queries/overview-queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** More would push the plans out of sight. */
const MOST_STRIPS = 3;

/** One strip for each project that did not answer; the others' plans stand below as ever. */
export function FailedProjects(props: { projects: readonly OverviewProject[] }) {
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const [isWhole, setWhole] = useState(false);
  const failed = props.projects.flatMap((one) => (one.error === null ? [] : [{ ...one, error: one.error }]));
  if (failed.length === 0) return null;
  const shown = isWhole || failed.length <= MOST_STRIPS + 1 ? failed : failed.slice(0, MOST_STRIPS);
  return (
    <div className="flex flex-col gap-1.5 px-gutter pb-2">
      {shown.map(({ project, plans, readAt, error, isReading }) => (
        <Notice
          key={project.id}
          tone="warning"
          icon="clock"
          action={
            <Button variant="link" busy={isReading} onClick={() => void readProjectAnew(client, project.id)}>
              {words.common.tryAgain}
            </Button>
          }
        >
          <b className="font-semibold">
            {readAt === null
              ? words.overview.projectFailed(project.name)
              : words.overview.projectFailedSince(project.name, format.time(readAt))}
          </b>{" "}
          {words.errors[error.code]} {words.overview.keptPlans(plans.length)}{" "}
          <code className="font-mono text-2xs">{error.details?.upstreamCode ?? error.code}</code>
        </Notice>
      ))}
      {shown.length < failed.length && (
        <Button variant="link" className="self-start" onClick={() => setWhole(true)}>
          {words.overview.moreFailed(failed.length - shown.length)}
        </Button>
      )}
    </div>
  );
}
