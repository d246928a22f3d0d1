import * as Ariakit from "@ariakit/react";
import { useState } from "react";
import { cx } from "../class-names.ts";
import { SelectButton } from "../select-button.tsx";
import type { SelectProps } from "../select.tsx";
import { useFloatFrom } from "./float-from.ts";
import { floatingClass } from "./look.ts";
import { OptionList, OptionSearch } from "./option-list.tsx";
import type { Press } from "./press.ts";

export function OpenSelect<Value extends string>(props: SelectProps<Value> & { press: Press }) {
  const { value, options, onChange, press, ...look } = props;
  const [search, setSearch] = useState("");
  const { open, button, floating } = useFloatFrom(press);
  return (
    <OptionSearch options={options} search={search} onSearch={setSearch}>
      <Ariakit.SelectProvider
        {...open}
        value={value ?? ""}
        setValue={(chosen) => {
          const next = options.find((option) => option.value === chosen);
          if (next !== undefined) onChange(next.value);
        }}
      >
        <Ariakit.Select
          {...button}
          render={<SelectButton {...look} picked={options.find((option) => option.value === value)} />}
        />
        <Ariakit.SelectPopover
          {...floating}
          aria-label={props.label}
          sameWidth={(look.look ?? "field") === "field"}
          className={cx(floatingClass, "min-w-48")}
        >
          <OptionList options={options} isPicked={(one) => one === value} search={search} />
        </Ariakit.SelectPopover>
      </Ariakit.SelectProvider>
    </OptionSearch>
  );
}
