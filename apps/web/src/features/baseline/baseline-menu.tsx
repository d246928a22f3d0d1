import type { Baseline } from "@gantry/api-contract";
import type { Trigger } from "../../ui/floating/when-pressed.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "../../ui/menu.tsx";

export type BaselineMenuProps = {
  trigger: Trigger;
  baselines: readonly Baseline[];
  /** The one that the plan is compared with. */
  chosenId: string | undefined;
  onChoose: (id: string | undefined) => void;
  onSave: () => void;
  onDelete: (baseline: Baseline) => void;
};

const NONE = "none";

/** Which baseline the plan is compared with; saving a new one, deleting the chosen one. */
export function BaselineMenu(props: BaselineMenuProps) {
  const { baselines, chosenId } = props;
  const words = useWords();
  const chosen = baselines.find(({ id }) => id === chosenId);
  return (
    <Menu trigger={props.trigger}>
      <MenuChoices
        label={words.baselines.compareWith}
        value={chosenId ?? NONE}
        choices={[
          { value: NONE, label: words.baselines.none },
          ...baselines.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={(id) => props.onChoose(id === NONE ? undefined : id)}
      />
      <MenuSeparator />
      <MenuItem icon="add" onSelect={props.onSave}>
        {words.baselines.save}
      </MenuItem>
      {chosen !== undefined && (
        <MenuItem icon="delete" tone="danger" onSelect={() => props.onDelete(chosen)}>
          {words.baselines.delete}
        </MenuItem>
      )}
    </Menu>
  );
}
