import type { ChangeSet } from "@gantry/api-contract";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sayDuration } from "../../i18n/say-duration.ts";
import { useRemaining } from "../../lib/use-remaining.ts";
import { cx } from "../class-names.ts";
import { Icon } from "../icons/icon.tsx";
import { StackedBar } from "../stacked-bar.tsx";
import { countDone, countOf, OUTCOMES, outcomeGrounds, outcomeIcons, outcomeTones } from "./outcomes.ts";

const BAR_ORDER = ["applied", "unchanged", "failed", "conflict", "unknown", "cancelled", "sending"] as const;

/** How far a change set is: what is done, how long the rest takes, a bar of outcomes. */
export function ChangeSetProgress(props: { changeSet: ChangeSet; end?: ReactNode }) {
  const { changeSet } = props;
  const words = useWords();
  const done = countDone(changeSet);
  const leftMs = useRemaining(changeSet);
  const said = words.changeSet.done(done, changeSet.total);
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>
          <span className="font-semibold">{said}</span>
          {leftMs !== null && (
            <span className="text-muted">
              {words.common.comma}
              {words.changeSet.left(sayDuration(leftMs, { words }))}
            </span>
          )}
        </p>
        {props.end !== undefined && <p className="text-xs text-muted">{props.end}</p>}
      </div>
      <StackedBar
        className="h-2.5"
        total={changeSet.total}
        parts={BAR_ORDER.map((outcome) => ({
          key: outcome,
          value: countOf(changeSet, outcome),
          className: outcomeGrounds[outcome],
        }))}
        progress={{ label: words.changeSet.progress, value: done, text: said }}
      />
    </div>
  );
}

/** The outcomes that occur, worst first, each with its sign and count. */
export function OutcomeCounts(props: { changeSet: ChangeSet }) {
  const words = useWords();
  const format = useFormat();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {OUTCOMES.filter((outcome) => countOf(props.changeSet, outcome) > 0).map((outcome) => (
        <li key={outcome} className={cx("flex items-center gap-1.5", outcomeTones[outcome])}>
          <Icon name={outcomeIcons[outcome]} />
          <span className="font-medium">{words.changes.outcome[outcome]}</span>
          <span className="text-muted">{format.number(countOf(props.changeSet, outcome))}</span>
        </li>
      ))}
    </ul>
  );
}
