import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";

export function Logo(props: { className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-2 text-lg font-semibold", props.className)}>
      <Icon name="gantry" size={20} className="text-accent" />
      Gantry
    </span>
  );
}
