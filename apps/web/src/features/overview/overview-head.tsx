import { useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import type { Overview } from "../../lib/overview.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { readOverviewAnew } from "../../queries/overview-queries.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";

const STALE_MS = 300_000;

export type OverviewView = "table" | "timeline";

export function OverviewHead(props: {
  overview: Overview | undefined;
  plans: number;
  isReading: boolean;
  view: OverviewView;
  onViewChange: (view: OverviewView) => void;
  onCreate: () => void;
}) {
  const words = useWords();
  const client = useQueryClient();
  const isNarrow = useMediaQuery(media.phone);
  const readAnew = () => void readOverviewAnew(client);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-gutter py-2.5">
      <h1 className="text-xl font-semibold tracking-tight">{words.overview.title}</h1>
      <Freshness overview={props.overview} plans={props.plans} isReading={props.isReading} />
      <IconButton icon="retry" label={words.overview.refresh} onClick={readAnew} className="-ml-2 max-md:hidden" />
      <div className="flex-1" />
      <SegmentedControl
        label={words.overview.view}
        value={props.view}
        onChange={props.onViewChange}
        segments={[
          { value: "table", label: words.overview.table, icon: "columns" },
          { value: "timeline", label: words.overview.timeline, icon: "plans" },
        ]}
      />
      {isNarrow ? (
        <IconButton icon="add" variant="primary" label={words.overview.newPlan} onClick={props.onCreate} />
      ) : (
        <Button variant="primary" icon="add" onClick={props.onCreate}>
          {words.overview.newPlan}
        </Button>
      )}
    </div>
  );
}

/** How many plans, and how fresh: amber once what stands there is older than five minutes. */
function Freshness(props: { overview: Overview | undefined; plans: number; isReading: boolean }) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const { overview } = props;
  if (overview === undefined || overview.projects.length === 0) return null;
  const read = overview.projects.filter((one) => !one.isReading).length;
  const isOld = overview.readAt !== null && now - overview.readAt > STALE_MS;
  return (
    <p className="hidden text-xs text-muted md:block">
      {words.overview.summary(props.plans, overview.projects.length)}
      {props.isReading && read < overview.projects.length && (
        <span>{words.common.comma + words.overview.reading(read, overview.projects.length)}</span>
      )}
      {!props.isReading && overview.readAt !== null && (
        <span className={cx(isOld && "text-warning-text")}>
          {words.common.comma + words.common.readAgo(format.ago(overview.readAt, { now }))}
        </span>
      )}
    </p>
  );
}
