import { type ComponentProps, useRef } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import { quietFieldClass } from "./text-field.tsx";

export type SearchFieldProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type"> & {
  /** Accessible name and placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
};

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, className, ...rest } = props;
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange("");
    input.current?.focus();
  };
  return (
    <div className={cx("relative", className)}>
      <Icon name="search" className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-faint" />
      <input
        {...rest}
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(quietFieldClass, "h-control px-8")}
      />
      {value !== "" && (
        <button
          type="button"
          aria-label={words.common.clearSearch}
          onClick={clear}
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted hover:text-text"
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}
