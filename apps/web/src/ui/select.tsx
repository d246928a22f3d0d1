import { use } from "react";
import { loadFloating } from "./floating/load.ts";
import type { Press } from "./floating/press.ts";
import { WhenPressed } from "./floating/when-pressed.tsx";
import type { Option } from "./option.ts";
import { SelectButton, type SelectLook } from "./select-button.tsx";

export type SelectProps<Value extends string> = SelectLook & {
  value: Value | null;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
};

/** One of several values; long lists can be searched by typing. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onChange: _onChange, ...look } = props;
  const picked = options.find((option) => option.value === value);
  return (
    <WhenPressed trigger={<SelectButton {...look} picked={picked} />} popup="listbox">
      {(press) => <PressedSelect {...props} press={press} />}
    </WhenPressed>
  );
}

function PressedSelect<Value extends string>(props: SelectProps<Value> & { press: Press }) {
  const { OpenSelect } = use(loadFloating());
  return <OpenSelect {...props} />;
}
