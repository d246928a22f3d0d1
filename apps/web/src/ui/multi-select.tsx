import * as Ariakit from "@ariakit/react";
import { useState } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import { floatingClass } from "./menu.tsx";
import { type Option, OptionList, OptionSearch } from "./option-list.tsx";

export type MultiSelectProps<Value extends string> = {
  /** Accessible name, and the text while nothing is chosen ("Project"). */
  label: string;
  values: readonly Value[];
  options: readonly Option<Value>[];
  onChange: (values: Value[]) => void;
  /** "filter" is a button that shows its count; "field" shows the chosen names. */
  look?: "filter" | "field";
  placeholder?: string;
  invalid?: boolean;
};

/** Any of several values: a filter of a list, or a field that holds many. */
export function MultiSelect<Value extends string>(props: MultiSelectProps<Value>) {
  const [search, setSearch] = useState("");
  const isField = props.look === "field";
  const picked = props.options.filter((option) => props.values.includes(option.value));
  return (
    <OptionSearch options={props.options} search={search} onSearch={setSearch}>
      <Ariakit.SelectProvider
        value={[...props.values] as string[]}
        setValue={(values: string[]) =>
          props.onChange(props.options.map((option) => option.value).filter((value) => values.includes(value)))
        }
      >
        <Ariakit.Select
          aria-label={props.label}
          aria-invalid={props.invalid || undefined}
          className={cx(
            "motion-hover inline-flex h-control shrink-0 items-center gap-2 rounded-md border px-2.5 text-left text-sm",
            isField ? "w-full border-border-strong bg-raised" : "font-medium shadow-sm hover:bg-hover",
            !isField &&
              (picked.length > 0 ? "border-accent-line bg-accent-soft text-accent-text" : "border-border bg-raised"),
            props.invalid === true && "border-danger",
          )}
        >
          <span className={cx("min-w-0 max-w-56 flex-1 truncate", isField && picked.length === 0 && "text-faint")}>
            {isField ? fieldText(picked, props.placeholder) : filterText(picked, props.label)}
          </span>
          <Icon name="chevron-down" size={14} className={picked.length > 0 && !isField ? "" : "text-muted"} />
        </Ariakit.Select>
        <Ariakit.SelectPopover
          gutter={4}
          portal
          unmountOnHide
          sameWidth={isField}
          className={cx(floatingClass, "min-w-52")}
        >
          <OptionList
            options={props.options}
            isPicked={(value) => props.values.some((one) => one === value)}
            search={search}
          />
        </Ariakit.SelectPopover>
      </Ariakit.SelectProvider>
    </OptionSearch>
  );
}

function fieldText(picked: readonly Option[], placeholder: string | undefined): string {
  return picked.length === 0 ? (placeholder ?? "") : picked.map((option) => option.label).join(", ");
}

function filterText(picked: readonly Option[], label: string): string {
  const [first] = picked;
  if (first === undefined) return label;
  return picked.length === 1 ? `${label}: ${first.label}` : `${label}: ${picked.length}`;
}
