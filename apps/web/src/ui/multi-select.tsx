import { use } from "react";
import { loadFloating } from "./floating/load.ts";
import type { Press } from "./floating/press.ts";
import { WhenPressed } from "./floating/when-pressed.tsx";
import { MultiSelectButton, type MultiSelectLook } from "./multi-select-button.tsx";
import type { Option } from "./option.ts";

export type MultiSelectProps<Value extends string> = MultiSelectLook & {
  values: readonly Value[];
  options: readonly Option<Value>[];
  onChange: (values: Value[]) => void;
};

/** Any of several values: a filter of a list, or a field that holds many. */
export function MultiSelect<Value extends string>(props: MultiSelectProps<Value>) {
  const { values, options, onChange: _onChange, ...look } = props;
  const picked = options.filter((option) => values.includes(option.value));
  return (
    <WhenPressed trigger={<MultiSelectButton {...look} picked={picked} />} popup="listbox">
      {(press) => <PressedMultiSelect {...props} press={press} />}
    </WhenPressed>
  );
}

function PressedMultiSelect<Value extends string>(props: MultiSelectProps<Value> & { press: Press }) {
  const { OpenMultiSelect } = use(loadFloating());
  return <OpenMultiSelect {...props} />;
}
