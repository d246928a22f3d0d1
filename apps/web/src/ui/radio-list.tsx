import { useId } from "react";

export type RadioListProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; /** Under the label, in grey. */ hint?: string }[];
  onChange: (value: Value) => void;
};

/** One of a few values, each with room for a word of explanation. */
export function RadioList<Value extends string>(props: RadioListProps<Value>) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{props.label}</legend>
      {props.options.map(({ value, label, hint }) => (
        <label key={value} className="flex items-start gap-2 text-sm">
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
            aria-describedby={hint === undefined ? undefined : `${id}-${value}`}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="block min-w-0 first-letter:uppercase">
            {label}
            {hint !== undefined && (
              <span id={`${id}-${value}`} className="block text-xs text-muted">
                {hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
