import type { ChangeSet, Outcome } from "@gantry/api-contract";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { type TabItem, Tabs } from "../../ui/tabs.tsx";
import { countOf, OUTCOMES, outcomeIcons, outcomeTones } from "../../ui/work-items/outcomes.ts";

const ALL = "all";

/** The outcomes that occur, with their counts, as filters of the results below. */
export function OutcomeTabs(props: {
  changeSet: ChangeSet;
  outcome: Outcome | undefined;
  onOutcome: (outcome: Outcome | undefined) => void;
  /** Right end of the row. */
  end: ReactNode;
  children: ReactNode;
}) {
  const { changeSet } = props;
  const words = useWords();
  const format = useFormat();
  const shown = OUTCOMES.filter((outcome) => countOf(changeSet, outcome) > 0 || outcome === props.outcome);
  const tabs: TabItem<Outcome | typeof ALL>[] = [
    { value: ALL, label: words.changeSet.all, count: format.number(changeSet.total) },
    ...shown.map((outcome) => ({
      value: outcome,
      label: words.changes.outcome[outcome],
      count: format.number(countOf(changeSet, outcome)),
      icon: outcomeIcons[outcome],
      iconClassName: outcomeTones[outcome],
    })),
  ];
  return (
    <Tabs
      label={words.changeSet.outcomes}
      value={props.outcome ?? ALL}
      tabs={tabs}
      onChange={(value) => props.onOutcome(value === ALL ? undefined : value)}
      panelClassName="flex min-h-0 flex-1 flex-col"
      end={props.end}
    >
      {props.children}
    </Tabs>
  );
}
