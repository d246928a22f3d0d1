import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { isCurrent, navigationItems } from "./navigation.ts";
import { RunningCount } from "./running-count.tsx";

/** Navigation under the thumb, on phones. */
export function BottomBar(props: { running: number }) {
  const words = useWords();
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={words.shell.mainNavigation}
      className="flex shrink-0 border-t border-border bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navigationItems.map((item) => (
        <Link
          key={item.key}
          to={item.to}
          aria-current={isCurrent(item, pathname) ? "page" : undefined}
          className="focus-inset flex h-14 flex-1 flex-col items-center justify-center gap-1 short:h-10 short:flex-row short:gap-2 text-2xs font-medium text-muted aria-[current]:forced-chosen aria-[current]:text-accent-text"
        >
          <span className="relative">
            <Icon name={item.icon} />
            {item.key === "changes" && props.running > 0 && (
              <span className="absolute -top-2 left-3">
                <RunningCount count={props.running} />
              </span>
            )}
          </span>
          {words.shell[item.key]}
        </Link>
      ))}
    </nav>
  );
}
