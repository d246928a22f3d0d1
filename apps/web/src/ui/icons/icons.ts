import { actionIcons } from "./action-icons.ts";
import { itemIcons } from "./item-icons.ts";
import { navigationIcons } from "./navigation-icons.ts";
import type { IconShape } from "./shapes.ts";

export type IconName = keyof typeof navigationIcons | keyof typeof itemIcons | keyof typeof actionIcons;

/** Every drawing, by name; the sprite holds each as symbol `icon-<name>`. */
export const icons: Readonly<Record<IconName, IconShape>> = { ...navigationIcons, ...itemIcons, ...actionIcons };

/** Id of an icon's symbol in the page's sprite, for drawing without React (the chart's `GanttCell.icon`). */
export function iconId(name: IconName): string {
  return `icon-${name}`;
}
