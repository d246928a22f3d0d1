import { cx } from "./class-names.ts";

/** A thin bar of done work. Decoration: the number stands beside it. */
export function Meter(props: { /** 0–100. */ value: number; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx("inline-block h-1 w-10 shrink-0 rounded-full align-middle bg-border", props.className)}
    >
      <span
        className="block h-full rounded-full bg-muted"
        style={{ width: `${Math.min(100, Math.max(0, props.value))}%` }}
      />
    </span>
  );
}
