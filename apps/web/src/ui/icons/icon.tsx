import { cx } from "../class-names.ts";
import { type IconName, iconId } from "./icons.ts";

export type IconProps = {
  name: IconName;
  /** Says the icon to a screen reader; without it the icon is decoration. */
  label?: string;
  /** Pixels of the square; 16 is the grid it was drawn on. */
  size?: 12 | 14 | 16 | 20;
  className?: string;
};

const sizes = { 12: "size-3", 14: "size-3.5", 16: "size-4", 20: "size-5" } as const;

export function Icon(props: IconProps) {
  const { name, label, size = 16, className } = props;
  const says = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg {...says} focusable="false" className={cx(sizes[size], "shrink-0 overflow-visible", className)}>
      <use href={`#${iconId(name)}`} />
    </svg>
  );
}
