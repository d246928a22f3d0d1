import { useEffect, useRef } from "react";
import { isTyping, isUnderDialog } from "../../lib/key-target.ts";
import type { UndoControls } from "./use-undo.ts";

/** Ctrl/⌘ Z and Ctrl/⌘ Shift Z (or Ctrl Y) anywhere on the plan's page, but not in a field or under a dialog. */
export function useUndoKeys(undo: UndoControls): void {
  const current = useRef(undo);
  useEffect(() => {
    current.current = undo;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === null || event.defaultPrevented || isTyping(event.target) || isUnderDialog()) return;
      event.preventDefault();
      current.current[step]();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function stepOf(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey && !event.shiftKey ? "redo" : null;
}
