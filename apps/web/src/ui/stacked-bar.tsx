import { cx } from "./class-names.ts";

export type StackedPart = { key: string; value: number; className: string };

/** Shares of a whole, side by side. Decoration unless `label` is given: then a progress bar for screen readers. */
export function StackedBar(props: {
  parts: readonly StackedPart[];
  total: number;
  className?: string;
  progress?: { label: string; value: number; text?: string };
}) {
  const { progress } = props;
  const says =
    progress === undefined
      ? { "aria-hidden": true }
      : {
          role: "progressbar",
          "aria-label": progress.label,
          "aria-valuemin": 0,
          "aria-valuemax": props.total,
          "aria-valuenow": progress.value,
          ...(progress.text === undefined ? {} : { "aria-valuetext": progress.text }),
        };
  const rest = props.total - props.parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <div {...says} className={cx("flex h-2 gap-0.5 overflow-hidden rounded-xs", props.className)}>
      {props.parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <span
            key={part.key}
            className={cx("min-w-1", part.className)}
            style={{ flexGrow: part.value, flexBasis: 0 }}
          />
        ))}
      {(rest > 0 || props.total === 0) && (
        <span className="bg-border" style={{ flexGrow: Math.max(rest, 1), flexBasis: 0 }} />
      )}
    </div>
  );
}
