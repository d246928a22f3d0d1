import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Logo } from "../../ui/logo.tsx";
import { isCurrent, navigationItems } from "./navigation.ts";
import { RunningCount } from "./running-count.tsx";

export type TopBarProps = {
  isDemo: boolean;
  /** Change sets that are under way. */
  running: number;
  onOpenPalette: () => void;
  userMenu: ReactNode;
};

export function TopBar(props: TopBarProps) {
  const words = useWords();
  const { pathname } = useLocation();
  return (
    <header className="flex h-(--g-topbar) shrink-0 items-center gap-1 border-b border-border bg-sunken px-gutter">
      <Link to="/" className="mr-3 inline-flex rounded-sm" aria-label={words.common.product}>
        <Logo />
      </Link>
      <nav aria-label={words.shell.mainNavigation} className="hidden gap-1 md:flex">
        {navigationItems.map((item) => (
          <Link
            key={item.key}
            to={item.to}
            aria-current={isCurrent(item, pathname) ? "page" : undefined}
            className={cx(
              "motion-hover inline-flex h-7 items-center gap-2 rounded-md border border-transparent px-2.5 font-medium text-muted",
              "hover:text-text aria-[current]:forced-chosen aria-[current]:border-border aria-[current]:bg-raised aria-[current]:text-text aria-[current]:shadow-sm",
            )}
          >
            <Icon name={item.icon} />
            {words.shell[item.key]}
            {item.key === "changes" && <RunningCount count={props.running} />}
          </Link>
        ))}
      </nav>
      <div className="flex-1" />
      <button
        type="button"
        onClick={props.onOpenPalette}
        className="motion-hover hidden h-7 w-60 items-center gap-2 rounded-md border border-border bg-raised px-2.5 text-muted hover:border-border-strong lg:flex"
      >
        <Icon name="search" />
        <span className="flex-1 text-left">{words.shell.searchOrJump}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <IconButton icon="search" label={words.shell.searchOrJump} onClick={props.onOpenPalette} className="lg:hidden" />
      {props.isDemo && (
        <Badge tone="warning" round className="mx-1.5">
          {words.shell.demoBadge}
        </Badge>
      )}
      {props.userMenu}
    </header>
  );
}
