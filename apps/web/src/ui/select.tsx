import * as Ariakit from "@ariakit/react";
import { useState } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import { floatingClass } from "./menu.tsx";
import { type Option, OptionList, OptionSearch } from "./option-list.tsx";

export type SelectProps<Value extends string> = {
  /** Accessible name. */
  label: string;
  value: Value | null;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  /** "field" fills its column with a field's border; "button" is as wide as its text. */
  look?: "field" | "button";
  /** Shown before the value in a button: "Colour by". */
  prefix?: string;
  invalid?: boolean;
  className?: string;
};

/** One of several values; long lists can be searched by typing. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const [search, setSearch] = useState("");
  const picked = props.options.find((option) => option.value === props.value);
  const isField = (props.look ?? "field") === "field";
  return (
    <OptionSearch options={props.options} search={search} onSearch={setSearch}>
      <Ariakit.SelectProvider
        value={props.value ?? ""}
        setValue={(value) => {
          const next = props.options.find((option) => option.value === value);
          if (next !== undefined) props.onChange(next.value);
        }}
      >
        <Ariakit.Select
          aria-label={props.label}
          aria-invalid={props.invalid || undefined}
          className={cx(
            "motion-hover inline-flex h-control items-center gap-2 rounded-md border bg-raised px-2.5 text-left text-sm hover:bg-hover",
            isField ? "w-full border-border-strong" : "border-border font-medium shadow-sm",
            props.invalid === true && "border-danger",
            props.className,
          )}
        >
          {props.prefix !== undefined && <span>{props.prefix}</span>}
          {picked?.start}
          <span
            className={cx("min-w-0 flex-1 truncate", picked === undefined && "text-faint", !isField && "text-muted")}
          >
            {picked?.label ?? props.placeholder ?? ""}
          </span>
          <Icon name="chevron-down" size={14} className="text-muted" />
        </Ariakit.Select>
        <Ariakit.SelectPopover
          gutter={4}
          portal
          unmountOnHide
          sameWidth={isField}
          className={cx(floatingClass, "min-w-48")}
        >
          <OptionList options={props.options} isPicked={(value) => value === props.value} search={search} />
        </Ariakit.SelectPopover>
      </Ariakit.SelectProvider>
    </OptionSearch>
  );
}
