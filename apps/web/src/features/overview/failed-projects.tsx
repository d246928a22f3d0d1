import { useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { OverviewProject } from "../../lib/overview.ts";
import { readOverviewAnew } from "../../queries/overview-queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** One strip for each project that did not answer; the others' plans stand below as ever. */
export function FailedProjects(props: { projects: readonly OverviewProject[] }) {
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const readAnew = () => void readOverviewAnew(client);
  const failed = props.projects.flatMap((one) => (one.error === null ? [] : [{ ...one, error: one.error }]));
  if (failed.length === 0) return null;
  return (
    <div className="flex flex-col gap-1.5 px-gutter pb-2">
      {failed.map(({ project, plans, readAt, error }) => (
        <Notice
          key={project.id}
          tone="warning"
          icon="clock"
          action={
            <Button variant="link" onClick={readAnew}>
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
    </div>
  );
}
