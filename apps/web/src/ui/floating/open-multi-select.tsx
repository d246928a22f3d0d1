import * as Ariakit from "@ariakit/react";
import { useState } from "react";
import { cx } from "../class-names.ts";
import { MultiSelectButton } from "../multi-select-button.tsx";
import type { MultiSelectProps } from "../multi-select.tsx";
import { useFloatFrom } from "./float-from.ts";
import { floatingClass } from "./look.ts";
import { OptionList, OptionSearch } from "./option-list.tsx";
import type { Press } from "./press.ts";

export function OpenMultiSelect<Value extends string>(props: MultiSelectProps<Value> & { press: Press }) {
  const { values, options, onChange, press, ...look } = props;
  const [search, setSearch] = useState("");
  const { open, button, floating } = useFloatFrom(press);
  const isPicked = (value: string) => values.some((one) => one === value);
  return (
    <OptionSearch options={options} search={search} onSearch={setSearch}>
      <Ariakit.SelectProvider
        {...open}
        value={[...values] as string[]}
        setValue={(chosen: string[]) =>
          onChange(options.map((option) => option.value).filter((value) => chosen.includes(value)))
        }
      >
        <Ariakit.Select
          {...button}
          render={<MultiSelectButton {...look} picked={options.filter(({ value }) => isPicked(value))} />}
        />
        <Ariakit.SelectPopover
          {...floating}
          aria-label={props.label}
          sameWidth={look.look === "field"}
          className={cx(floatingClass, "min-w-52")}
        >
          <OptionList options={options} isPicked={isPicked} search={search} />
        </Ariakit.SelectPopover>
      </Ariakit.SelectProvider>
    </OptionSearch>
  );
}
