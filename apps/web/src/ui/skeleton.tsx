import { cx } from "./class-names.ts";

/** A still grey bar where text will stand; shows itself after 150 ms only. */
export function Skeleton(props: { className?: string }) {
  return <span aria-hidden="true" className={cx("motion-late block h-3 rounded-xs bg-border", props.className)} />;
}
