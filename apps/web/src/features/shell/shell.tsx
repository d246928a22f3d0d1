import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { OfflineStrip } from "./offline-strip.tsx";
import { TopBar, type TopBarProps } from "./top-bar.tsx";

/** The frame around every page: bar, offline strip, the page as the one place that scrolls, bar below on phones. */
export function Shell(props: TopBarProps & { children: ReactNode }) {
  const { children, ...topBar } = props;
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shownPath = useRef(pathname);
  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    // A screen reader and the keyboard start at the new page, not at the link that led there.
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
        className="absolute left-2 z-(--g-z-toast) -translate-y-20 rounded-md bg-inverse px-3 py-2 text-on-inverse focus:translate-y-2"
      >
        {words.common.skipToContent}
      </a>
      <TopBar {...topBar} />
      <OfflineStrip />
      <main
        id="content"
        ref={main}
        tabIndex={-1}
        className="relative min-h-0 flex-1 overflow-x-clip overflow-y-auto outline-none!"
      >
        {children}
      </main>
      <BottomBar running={topBar.running} />
    </div>
  );
}
