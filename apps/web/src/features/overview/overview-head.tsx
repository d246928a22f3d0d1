import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import type { Overview } from "../../lib/overview.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { readOverviewAnew } from "../../queries/overview-queries.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Freshness } from "./freshness.tsx";
import type { OverviewView } from "./overview-search.ts";

export function OverviewHead(props: {
  overview: Overview | undefined;
  plans: number;
  isReading: boolean;
  view: OverviewView;
  onViewChange: (view: OverviewView) => void;
  onCreate: () => void;
  onExport: () => void;
  /** What else can be done with what is shown, such as sharing it. */
  actions?: ReactNode;
}) {
  const words = useWords();
  const client = useQueryClient();
  const isNarrow = useMediaQuery(media.phone);
  const readAnew = () => void readOverviewAnew(client);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-1.5 gap-y-2 px-gutter md:gap-x-3 py-2.5">
      <h1 className="text-xl font-semibold tracking-tight">{words.overview.title}</h1>
      <Freshness overview={props.overview} plans={props.plans} isReading={props.isReading} />
      <IconButton icon="retry" label={words.overview.refresh} onClick={readAnew} className="md:-ml-2" />
      <div className="flex-1" />
      <SegmentedControl
        label={words.overview.view}
        value={props.view}
        onChange={props.onViewChange}
        className={isNarrow ? "order-last w-full" : ""}
        segments={[
          { value: "table", label: words.overview.table, icon: "columns" },
          { value: "cards", label: words.overview.cards, icon: "cards" },
          { value: "timeline", label: words.overview.timeline, icon: "plans" },
        ]}
      />
      {props.actions}
      {isNarrow ? (
        <>
          <IconButton icon="export" variant="secondary" label={words.overview.exportCsv} onClick={props.onExport} />
          <IconButton icon="add" variant="primary" label={words.overview.newPlan} onClick={props.onCreate} />
        </>
      ) : (
        <>
          <IconButton icon="export" variant="secondary" label={words.overview.exportCsv} onClick={props.onExport} />
          <Button variant="primary" icon="add" onClick={props.onCreate}>
            {words.overview.newPlan}
          </Button>
        </>
      )}
    </div>
  );
}
