import type { CoverageKind } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { CoverageProject } from "../../lib/coverage.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

export type ProjectCountsProps = {
  projects: readonly CoverageProject[];
  kind: CoverageKind;
  chosenId: string | undefined;
  onChoose: (projectId: string) => void;
  onReadAgain: (projectId: string) => void;
};

/** Every project with its count of one kind; one that failed says so in its own line. */
export function ProjectCounts(props: ProjectCountsProps) {
  const { coverage: said } = useWords();
  return (
    <nav
      aria-label={said.projects}
      className="shrink-0 overflow-y-auto px-3 pb-3 max-lg:max-h-56 lg:w-72 lg:border-r lg:border-border"
    >
      <ul className="flex flex-col gap-px">
        {props.projects.map((one) => (
          <li key={one.project.id}>
            <ProjectLine {...props} one={one} />
          </li>
        ))}
        {props.projects.length === 0 &&
          ["w-40", "w-48", "w-36"].map((width) => (
            <li key={width} className="flex h-8 items-center px-2">
              <Skeleton className={width} />
            </li>
          ))}
      </ul>
    </nav>
  );
}

function ProjectLine({ one, kind, chosenId, onChoose, onReadAgain }: ProjectCountsProps & { one: CoverageProject }) {
  const words = useWords();
  const format = useFormat();
  const { coverage: said } = words;
  const { project, read, error, isReading } = one;
  const count = read?.counts[kind];
  const isChosen = project.id === chosenId;
  return (
    <>
      <button
        type="button"
        aria-current={isChosen || undefined}
        onClick={() => onChoose(project.id)}
        className={cx(
          "motion-hover focus-inset flex h-8 w-full items-center gap-2 rounded-md px-2 text-left max-lg:h-10",
          isChosen ? "forced-chosen bg-accent-soft font-medium" : "hover:bg-hover",
        )}
      >
        <Icon name="project" className="text-muted" />
        <span className="min-w-0 flex-1 truncate">{project.name}</span>
        {count === undefined ? (
          <span className="text-xs text-muted">{isReading ? words.report.reading : said.notRead}</span>
        ) : (
          <span className={cx("tabular-nums", count === 0 && "text-muted")}>{format.number(count)}</span>
        )}
      </button>
      {error !== null && (
        <p className="flex flex-wrap items-center gap-x-1 px-2 pb-1 text-xs text-warning-text">
          <Icon name="health-at-risk" size={14} />
          <span className="min-w-0">
            {said.projectFailed(project.name)} {words.errors[error.code]}
          </span>
          <Button variant="link" busy={isReading} className="text-xs" onClick={() => onReadAgain(project.id)}>
            {words.common.tryAgain}
          </Button>
        </p>
      )}
    </>
  );
}
