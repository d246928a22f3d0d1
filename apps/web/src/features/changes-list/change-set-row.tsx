import { type ChangeSet, FINAL_OUTCOMES, type Outcome } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetTitle } from "../../i18n/change-set-title.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { IconName } from "../../ui/icons/icons.ts";
import { StackedBar } from "../../ui/stacked-bar.tsx";

/** Worst first, as everywhere; each with its paint in the bar and its ink beside a number. */
const outcomeLooks: readonly { outcome: Outcome; bar: string; ink: string }[] = [
  { outcome: "failed", bar: "bg-danger", ink: "text-danger-text" },
  { outcome: "conflict", bar: "bg-warning", ink: "text-warning-text" },
  { outcome: "unknown", bar: "bg-warning", ink: "text-warning-text" },
  { outcome: "applied", bar: "bg-positive", ink: "text-positive-text" },
  { outcome: "unchanged", bar: "bg-muted", ink: "text-muted" },
  { outcome: "cancelled", bar: "bg-border-strong", ink: "text-muted" },
  { outcome: "sending", bar: "bg-accent", ink: "text-accent-text" },
];

const stateLooks: Partial<Record<ChangeSet["state"], { tone: Tone; icon: IconName }>> = {
  queued: { tone: "neutral", icon: "outcome-queued" },
  running: { tone: "accent", icon: "outcome-sending" },
  "waiting-for-codearts": { tone: "warning", icon: "outcome-queued" },
  "waiting-for-sign-in": { tone: "warning", icon: "lock" },
  cancelling: { tone: "neutral", icon: "stop" },
};

const originIcons: Record<ChangeSet["origin"], IconName> = { link: "add", edit: "edit", drag: "shift", undo: "undo" };

const cell = "border-b border-border px-1.5 py-2 align-middle text-xs text-muted last:pr-gutter";

export function ChangeSetRow(props: { changeSet: ChangeSet }) {
  const words = useWords();
  const format = useFormat();
  const { changeSet } = props;
  const { counts, total } = changeSet;
  const countOf = (outcome: Outcome) => counts[outcome] ?? 0;
  const done = FINAL_OUTCOMES.reduce((sum, outcome) => sum + countOf(outcome), 0);
  const title = changeSetTitle(changeSet, { words });
  const state = stateLooks[changeSet.state];
  const at = format.instant(changeSet.createdAt);
  return (
    <tr className="relative h-14 hover:bg-hover">
      <th scope="row" className={cx(cell, "pl-gutter text-left font-normal")}>
        <span className="flex items-center gap-2">
          <Icon name={originIcons[changeSet.origin]} className="text-muted" />
          <Link
            to="/changes/$id"
            params={{ id: changeSet.id }}
            className="truncate text-sm font-medium text-text after:absolute after:inset-0"
          >
            {title}
          </Link>
          {changeSet.undoneBy !== null && <Badge icon="undo">{words.changesList.undone}</Badge>}
        </span>
        <span className="block truncate pl-6 md:hidden">{at}</span>
        <span className="block truncate pl-6 lg:hidden">{changeSet.planName ?? changeSet.projectName}</span>
      </th>
      <td className={cx(cell, "hidden lg:table-cell")}>
        <span className="block truncate text-text">{changeSet.planName ?? changeSet.projectName}</span>
        {changeSet.planName !== null && <span className="block truncate">{changeSet.projectName}</span>}
      </td>
      <td className={cx(cell, "hidden xl:table-cell")}>
        <span className="flex items-center gap-1.5 text-text">
          <Avatar person={changeSet.createdBy} />
          <span className="truncate">{changeSet.createdBy.name}</span>
        </span>
      </td>
      <td className={cx(cell, "hidden whitespace-nowrap md:table-cell")}>{at}</td>
      <td className={cx(cell, "hidden md:table-cell")}>
        <span className="flex items-center gap-2.5">
          <StackedBar
            className="h-1.5 w-28 flex-none"
            total={total}
            parts={outcomeLooks.map(({ outcome, bar }) => ({ key: outcome, value: countOf(outcome), className: bar }))}
            progress={{
              label: words.changesList.progressOf(title),
              value: done,
              text: words.changesList.progress(done, total),
            }}
          />
          <span className="whitespace-nowrap">{words.changesList.progress(done, total)}</span>
        </span>
      </td>
      <td className={cell}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {state !== undefined && (
            <Badge tone={state.tone} icon={state.icon}>
              {words.changes.state[changeSet.state]}
            </Badge>
          )}
          {outcomeLooks
            .filter(({ outcome }) => outcome !== "sending" && countOf(outcome) > 0)
            .map(({ outcome, ink }) => (
              <span key={outcome} className={cx("inline-flex items-center gap-1 whitespace-nowrap", ink)}>
                <Icon name={`outcome-${outcome}`} size={14} />
                {words.changesList.outcomeCount(words.changes.outcome[outcome], countOf(outcome))}
              </span>
            ))}
        </span>
      </td>
    </tr>
  );
}
