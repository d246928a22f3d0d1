import type { Load } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import { LoadLegend } from "./load-legend.tsx";
import { RulesPopover } from "./rules-popover.tsx";

/** How many people and plans are counted, what is still being read, and what the grounds mean. */
export function TeamHead(props: {
  load: Load | undefined;
  people: number;
  byItems: boolean;
  progress: { isReading: boolean; read: number; all: number };
  isReadingMembers: boolean;
}) {
  const { load, progress } = props;
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const missing = load?.missing.plans ?? 0;
  const facts =
    load === undefined
      ? []
      : [
          words.team.summary(props.people, load.plans),
          missing > 0 ? words.team.missing(missing) : "",
          progress.isReading && progress.read < progress.all
            ? words.team.reading(progress.read, progress.all)
            : props.isReadingMembers
              ? words.team.readingMembers
              : load.readAt === null
                ? ""
                : words.common.readAgo(format.ago(load.readAt, { now })),
        ];
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-gutter py-2.5">
      <h1 className="text-xl font-semibold tracking-tight">{words.team.title}</h1>
      <output className="text-xs text-muted">{facts.filter(Boolean).join(words.common.comma)}</output>
      <div className="flex-1" />
      <LoadLegend byItems={props.byItems} className="max-lg:hidden" />
      <RulesPopover byItems={props.byItems} />
    </div>
  );
}
