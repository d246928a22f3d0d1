import type { IsoDate, LoadItem } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import type { PointerEvent } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { sayDates, sayHours } from "./say-load.ts";

export type PanelItemProps = {
  item: LoadItem;
  today: IsoDate;
  isSelected: boolean;
  /** It is at the pointer now. */
  isHeld: boolean;
  onSelect: (on: boolean) => void;
  onMove: () => void;
  onPointerDown: (event: PointerEvent) => void;
};

/** One work item of a cell: what, how much of it in this week, on which plan and when. */
export function PanelItem(props: PanelItemProps) {
  const { item: row, isHeld } = props;
  const { item } = row;
  const words = useWords();
  const format = useFormat();
  const said = words.team.panel;
  const [plan] = row.plans;
  return (
    <li
      onPointerDown={props.onPointerDown}
      data-item={item.id}
      className={cx(
        "group rounded-md border bg-raised px-2.5 py-2 shadow-sm md:cursor-grab",
        isHeld ? "border-dashed border-border-strong opacity-45" : "border-border",
        props.isSelected && "border-accent-line bg-accent-soft",
      )}
    >
      <div className="flex items-center gap-2">
        <Checkbox hideLabel label={said.select(item.title)} checked={props.isSelected} onChange={props.onSelect} />
        <ItemTypeIcon type={item.type} shape={item.shape} />
        <span className="min-w-0 flex-1 truncate font-medium" title={item.title}>
          {item.title}
        </span>
        <span className="shrink-0 font-medium">
          {row.weekHours === null ? (
            <span className="text-xs font-normal text-muted">{words.team.cell.noHours}</span>
          ) : (
            words.team.cell.hours(sayHours(row.weekHours, format))
          )}
        </span>
        <span data-grip="" aria-hidden="true" className="hidden touch-none text-faint md:pointer-coarse:inline-flex">
          <Icon name="grip" />
        </span>
      </div>
      <div className="mt-1 flex items-center gap-2 pl-6 text-xs text-muted">
        <span className="min-w-0 flex-1 truncate">
          {plan !== undefined && (row.planCount > 1 ? said.morePlans(plan.name, row.planCount - 1) : plan.name)}
        </span>
        <span className={cx("shrink-0", row.isOverdue && "font-medium text-danger-text")}>
          {row.isOverdue && <Icon name="health-late" size={12} className="mr-1 inline align-[-1px]" />}
          {sayDates(item, { words, format, today: props.today })}
        </span>
        <Menu
          trigger={
            <IconButton icon="more" label={said.actions(item.title)} className="-my-1.5 -mr-1.5 size-6 max-md:size-9" />
          }
        >
          <MenuItem icon="shift" onSelect={props.onMove}>
            {said.move}
          </MenuItem>
          {row.plans.map(({ id, name }) => (
            <MenuItem
              key={id}
              icon="plans"
              render={
                <Link
                  to="/projects/$projectId/plans/$planId"
                  params={{ projectId: item.projectId, planId: id }}
                  search={{ item: item.id }}
                />
              }
            >
              {said.openIn(name)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </li>
  );
}
