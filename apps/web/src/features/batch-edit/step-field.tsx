import { useId } from "react";
import { cx } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { fieldClass } from "../../ui/text-field.tsx";

/** A whole number with a step on either side. It keeps what was typed as it was typed. */
export function StepField(props: {
  label: string;
  /** After the field. */
  unit: string;
  /** Names of the buttons, and how far each goes. */
  steps: { down: string; up: string; by: number };
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { steps } = props;
  const errorId = useId();
  const number = Number.parseInt(props.value, 10);
  const step = (by: number) => props.onChange(String((Number.isNaN(number) ? 0 : number) + by));
  return (
    <div>
      <div className="flex items-center gap-2">
        <span className="flex items-center">
          <IconButton
            icon="chevron-left"
            label={steps.down}
            variant="secondary"
            className="rounded-r-none"
            onClick={() => step(-steps.by)}
          />
          <input
            aria-label={props.label}
            aria-invalid={props.error !== undefined || undefined}
            aria-describedby={props.error === undefined ? undefined : errorId}
            inputMode="numeric"
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
              event.preventDefault();
              step(event.key === "ArrowUp" ? steps.by : -steps.by);
            }}
            className={cx(fieldClass, "h-control w-14! rounded-none border-x-0 px-1! text-center")}
          />
          <IconButton
            icon="chevron-right"
            label={steps.up}
            variant="secondary"
            className="rounded-l-none"
            onClick={() => step(steps.by)}
          />
        </span>
        <span className="text-muted">{props.unit}</span>
      </div>
      {props.error !== undefined && (
        <p id={errorId} className="mt-1 text-xs text-danger-text">
          {props.error}
        </p>
      )}
    </div>
  );
}
