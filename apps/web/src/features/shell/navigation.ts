import type { IconName } from "../../ui/icons/icons.ts";

type NavigationItem = {
  to: "/" | "/team" | "/changes" | "/settings";
  key: "plans" | "team" | "changes" | "settings";
  icon: IconName;
};

/** The pages that the shell leads to, in order. */
export const navigationItems: readonly NavigationItem[] = [
  { to: "/", key: "plans", icon: "plans" },
  { to: "/team", key: "team", icon: "team" },
  { to: "/changes", key: "changes", icon: "changes" },
  { to: "/settings", key: "settings", icon: "settings" },
];

/** Whether a page is where the reader is: a plan's page belongs to Plans. */
export function isCurrent(item: NavigationItem, pathname: string): boolean {
  if (item.to === "/") return pathname === "/" || pathname.startsWith("/projects/");
  return pathname.startsWith(item.to);
}
