import { cloneElement, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { PlanRow } from "./plan-rows.ts";

/** What a row's menu asks for. */
export type PlanAction = { kind: "rename" | "delete"; row: PlanRow };

/** A button until it is pressed: a menu in each of thousands of rows would be dear. */
export function PlanMenu(props: { row: PlanRow; onAction: (action: PlanAction) => void }) {
  const words = useWords();
  const { row } = props;
  const [isUsed, setUsed] = useState(false);
  const trigger = (
    <button
      type="button"
      aria-label={words.overview.planActions(row.plan.name)}
      className="motion-hover relative inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-pressed hover:text-text"
    >
      <Icon name="more" />
    </button>
  );
  if (!isUsed) return cloneElement(trigger, { "aria-haspopup": "menu", onClick: () => setUsed(true) });
  return (
    <Menu startsOpen trigger={trigger}>
      <MenuItem icon="edit" onSelect={() => props.onAction({ kind: "rename", row })}>
        {words.common.rename}
      </MenuItem>
      <MenuItem icon="delete" tone="danger" onSelect={() => props.onAction({ kind: "delete", row })}>
        {words.common.delete}
      </MenuItem>
    </Menu>
  );
}
