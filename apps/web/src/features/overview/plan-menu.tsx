import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { PlanRow } from "./plan-rows.ts";

/** What a row's menu asks for. */
export type PlanAction = { kind: "rename" | "delete"; row: PlanRow };

/** What can be done with a row's plan. */
export function PlanMenu(props: { row: PlanRow; onAction: (action: PlanAction) => void }) {
  const words = useWords();
  const { row } = props;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={words.overview.planActions(row.plan.name)}
          className="motion-hover relative inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-pressed hover:text-text"
        >
          <Icon name="more" />
        </button>
      }
    >
      <MenuItem icon="edit" onSelect={() => props.onAction({ kind: "rename", row })}>
        {words.common.rename}
      </MenuItem>
      <MenuItem icon="delete" tone="danger" onSelect={() => props.onAction({ kind: "delete", row })}>
        {words.common.delete}
      </MenuItem>
    </Menu>
  );
}
