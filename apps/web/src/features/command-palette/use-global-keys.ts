import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { isTyping, isUnderDialog } from "../../lib/key-target.ts";

/** `g` then a letter goes to a page. */
const pages = { p: "/", t: "/team", c: "/changes", s: "/settings" } as const;
const SEQUENCE_MS = 1_000;

/** Keys that work everywhere: Ctrl/⌘ K, `?`, and `g` followed by a page's letter. */
export function useGlobalKeys(handlers: { onPalette: () => void; onShortcuts: () => void }): void {
  const navigate = useNavigate();
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    let leaderUntil = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        current.current.onPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isUnderDialog()) return;
      if (event.key === "?") return current.current.onShortcuts();
      const isSequence = event.timeStamp < leaderUntil;
      leaderUntil = event.key === "g" ? event.timeStamp + SEQUENCE_MS : 0;
      const page = Object.entries(pages).find(([key]) => key === event.key)?.[1];
      if (isSequence && page !== undefined) void navigate({ to: page });
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [navigate]);
}
