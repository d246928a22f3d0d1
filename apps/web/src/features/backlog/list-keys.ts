export type ListAction = { kind: "move" | "extend" | "toggle"; index: number } | { kind: "all" | "none" | "submit" };

type Keys = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

/**
 * What a key does in the list: arrows, Page, Home and End move; with Shift they extend; Space or X flips one;
 * Ctrl/⌘ A takes all; Escape lets go; Enter goes on with what is chosen.
 */
export function listKeys(event: Keys, at: { index: number; count: number; page: number }): ListAction | null {
  const move = (index: number): ListAction => ({
    kind: event.shiftKey ? "extend" : "move",
    index: Math.min(at.count - 1, Math.max(0, index)),
  });
  switch (event.key) {
    case "ArrowDown":
      return move(at.index + 1);
    case "ArrowUp":
      return move(at.index - 1);
    case "PageDown":
      return move(at.index + at.page);
    case "PageUp":
      return move(at.index - at.page);
    case "Home":
      return move(0);
    case "End":
      return move(at.count - 1);
    case " ":
      return event.shiftKey ? { kind: "extend", index: at.index } : { kind: "toggle", index: at.index };
    // As in a plan's chart, where Space picks bars up.
    case "x":
    case "X":
      return event.ctrlKey || event.metaKey ? null : { kind: "toggle", index: at.index };
    case "Enter":
      return { kind: "submit" };
    case "Escape":
      return { kind: "none" };
    case "a":
    case "A":
      return event.ctrlKey || event.metaKey ? { kind: "all" } : null;
    default:
      return null;
  }
}
