import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Meter } from "../../ui/meter.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import { StatusIcon } from "../../ui/work-items/status-icon.tsx";
import type { PlanRow } from "./plan-rows.ts";

export type ItemPanelProps = {
  id: string;
  item: WorkItem | undefined;
  row: PlanRow | undefined;
  /** What is wrong with its data, in words. */
  problems: readonly string[];
  parent: WorkItem | undefined;
  today: IsoDate;
  /** Below the fields. */
  marks: ReactNode;
  onOpen: (id: string) => void;
  onEdit: (item: WorkItem) => void;
  onClose: () => void;
};

/** One work item's fields, read; editing goes through the same form as many items do. */
export function ItemPanel(props: ItemPanelProps) {
  const { item, row } = props;
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [props.id]);
  useEscape(panel, props.onClose);
  return (
    <aside
      ref={panel}
      aria-label={words.plan.item.panel}
      className="flex w-80 shrink-0 flex-col border-l border-border bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-(--g-z-panel) max-xl:shadow-lg max-md:w-full"
    >
      <header className="flex items-start gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5 text-xs text-muted">
            {item !== undefined && <ItemTypeIcon type={item.type} shape={item.shape} />}
            {item === undefined
              ? words.plan.item.missingId(props.id)
              : `${words.workItems.types[item.type] ?? item.type} ${item.number}`}
          </p>
          <h2 ref={heading} tabIndex={-1} className="mt-1 text-lg font-semibold break-words outline-none">
            {item?.title ?? words.plan.item.missing}
          </h2>
        </div>
        <IconButton icon="close" label={words.plan.item.close} onClick={props.onClose} />
      </header>
      {item !== undefined && (
        <>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <Fields {...props} item={item} />
            {props.marks}
          </div>
          <footer className="border-t border-border px-4 py-3">
            <Button icon="edit" onClick={() => props.onEdit(item)}>
              {words.plan.item.edit}
            </Button>
            {row?.kind === "item" && row.isParent && (
              <p className="mt-2 text-xs text-muted">{words.plan.item.rolledUp}</p>
            )}
          </footer>
        </>
      )}
    </aside>
  );
}

/** Escape pressed anywhere inside closes it. */
function useEscape(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [panel, onClose]);
}

function Fields({ item, row, problems, parent, today, onOpen }: ItemPanelProps & { item: WorkItem }) {
  const words = useWords();
  const format = useFormat();
  const fields = words.workItems.fields;
  const day = (value: IsoDate | null) => (value === null ? null : format.day(value, { near: today }));
  const start = row === undefined ? item.start : row.start;
  const end = row === undefined ? item.end : row.end;
  const progress = row?.progress ?? item.progress;
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-2 px-4 py-2">
      <Line name={fields["status"]}>
        <span className="inline-flex items-center gap-1.5">
          <StatusIcon phase={item.status.phase} />
          {item.status.name}
        </span>
      </Line>
      <Line name={fields["assignee"]}>
        <PersonName person={item.assignee} />
      </Line>
      <Line name={fields["start"]}>{day(start)}</Line>
      <Line name={fields["end"]}>
        <span className={row?.kind === "item" && row.overdue ? "font-medium text-danger-text" : ""}>{day(end)}</span>
      </Line>
      {problems.length > 0 && (
        <Line name={words.plan.problems.title}>
          <ul className="text-warning-text">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Line>
      )}
      <Line name={fields["progress"]}>
        <span className="inline-flex items-center gap-2">
          <Meter value={progress} />
          {format.percent(progress)}
        </span>
      </Line>
      <Line name={fields["priority"]}>{item.priority?.name}</Line>
      <Line name={fields["severity"]}>{item.severity?.name}</Line>
      <Line name={fields["sprint"]}>{item.sprint?.name}</Line>
      <Line name={words.plan.item.parent}>
        {parent !== undefined && (
          <button
            type="button"
            onClick={() => onOpen(parent.id)}
            className="text-left text-accent-text hover:underline"
          >
            {parent.title}
          </button>
        )}
      </Line>
      <Line name={fields["expected_hours"]}>
        {item.expectedHours === null ? null : words.plan.item.hours(format.number(item.expectedHours))}
      </Line>
      <Line name={fields["actual_hours"]}>
        {item.actualHours === null ? null : words.plan.item.hours(format.number(item.actualHours))}
      </Line>
      <Line name={words.plan.item.created}>{item.createdAt === null ? null : format.instant(item.createdAt)}</Line>
      <Line name={words.plan.item.updated}>{item.updatedAt === null ? null : format.instant(item.updatedAt)}</Line>
    </dl>
  );
}

function Line(props: { name: string | undefined; children: ReactNode }) {
  const isEmpty = props.children === null || props.children === undefined || props.children === false;
  return (
    <>
      <dt className="text-muted">{props.name}</dt>
      <dd className={isEmpty ? "text-faint" : "min-w-0 break-words"}>{isEmpty ? "–" : props.children}</dd>
    </>
  );
}
