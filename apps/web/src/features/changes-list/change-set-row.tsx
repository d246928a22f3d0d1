import type { ChangeSet, Outcome } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { changeSetTitle } from "../../i18n/change-set-title.ts";
import { sayDuration } from "../../i18n/say-duration.ts";
import { sayState } from "../../i18n/say-state.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useRemaining } from "../../lib/use-remaining.ts";
import { useIsMine } from "../../queries/use-is-mine.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { IconName } from "../../ui/icons/icons.ts";
import { StackedBar } from "../../ui/stacked-bar.tsx";
import { countDone, countOf } from "../../ui/work-items/outcomes.ts";
import { stateLooks } from "../../ui/work-items/state-looks.ts";

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

const originIcons: Record<ChangeSet["origin"], IconName> = { link: "add", edit: "edit", drag: "shift", undo: "undo" };

const cell = "border-b border-border px-1.5 py-2 align-middle text-xs text-muted last:pr-gutter";

export function ChangeSetRow(props: { changeSet: ChangeSet }) {
  const words = useWords();
  const format = useFormat();
  const { changeSet } = props;
  const { total } = changeSet;
  const done = countDone(changeSet);
  const title = changeSetTitle(changeSet, { words });
  const isOpen = changeSet.state !== "finished";
  const isMine = useIsMine(changeSet);
  const leftMs = useRemaining(changeSet);
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
        <span className="block truncate pl-6 xl:hidden">{changeSet.createdBy.name}</span>
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
            parts={outcomeLooks.map(({ outcome, bar }) => ({
              key: outcome,
              value: countOf(changeSet, outcome),
              className: bar,
            }))}
            progress={{
              label: words.changesList.progressOf(title),
              value: done,
              text: words.changesList.progress(done, total),
            }}
          />
          <span className="whitespace-nowrap tabular-nums">
            {words.changesList.progress(done, total)}
            {leftMs !== null && <span className="block">{words.changeSet.left(sayDuration(leftMs, { words }))}</span>}
          </span>
        </span>
      </td>
      <td className={cell}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {isOpen && (
            <Badge {...stateLooks[changeSet.state]} className="max-w-full">
              <span className="truncate">{sayState(changeSet, { words, isMine })}</span>
            </Badge>
          )}
          {isOpen && (
            <span className="whitespace-nowrap tabular-nums md:hidden">{words.changesList.progress(done, total)}</span>
          )}
          {outcomeLooks
            .filter(({ outcome }) => outcome !== "sending" && countOf(changeSet, outcome) > 0)
            .map(({ outcome, ink }) => (
              <span key={outcome} className={cx("inline-flex items-center gap-1 whitespace-nowrap", ink)}>
                <Icon name={`outcome-${outcome}`} size={14} />
                {words.changesList.outcomeCount(words.changes.outcome[outcome], countOf(changeSet, outcome))}
              </span>
            ))}
        </span>
      </td>
    </tr>
  );
}
