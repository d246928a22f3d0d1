import type { EpochMs } from "@gantry/api-contract";
import type { ReactElement } from "react";
import { useFormat } from "../i18n/format.ts";
import { useWords } from "../i18n/use-words.ts";
import { useNow } from "../lib/clock.ts";
import { IconButton } from "./icon-button.tsx";

/** Head of a page that tells of projects one after the other: what it is, the way back, how many are in, how fresh. */
export function ReportHead(props: {
  title: string;
  /** The link to what this is about; not on phones, which have their own navigation. */
  back: ReactElement;
  projects: { read: number; all: number };
  /** Null until everything has been read. */
  readAt: EpochMs | null;
  isReading: boolean;
  onReadAgain: () => void;
}) {
  const { projects, readAt, isReading } = props;
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const { report: said } = words;
  const age = isReading || readAt === null ? said.stillReading : words.common.readAgo(format.ago(readAt, { now }));
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-gutter py-2.5">
      <nav aria-label={words.plan.breadcrumb} className="flex items-center gap-3 text-sm text-muted max-md:hidden">
        {props.back}
        <span aria-hidden="true" className="text-faint">
          /
        </span>
      </nav>
      <h1 className="text-xl font-semibold tracking-tight">{props.title}</h1>
      <p role="status" className="text-xs text-muted">
        {projects.all === 0 ? said.reading : [said.projects(projects.read, projects.all), age].join(words.common.comma)}
      </p>
      <IconButton
        icon="retry"
        label={said.readAgain}
        aria-busy={isReading || undefined}
        onClick={props.onReadAgain}
        className="-ml-2"
      />
    </header>
  );
}
