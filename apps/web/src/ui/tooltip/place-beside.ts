export type Side = "top" | "bottom" | "left" | "right";

type Box = { left: number; top: number; right: number; bottom: number };
type Size = { width: number; height: number };

const MARGIN_PX = 8;
const OPPOSITE: Record<Side, Side> = { top: "bottom", bottom: "top", left: "right", right: "left" };

/** Where a card stands beside an anchor, in the view's pixels: on the wished side if there is room, never outside. */
export function placeBeside(
  anchor: Box,
  { card, view, side, gap }: { card: Size; view: Size; side: Side; gap: number },
): { left: number; top: number } {
  const room: Record<Side, number> = {
    top: anchor.top,
    bottom: view.height - anchor.bottom,
    left: anchor.left,
    right: view.width - anchor.right,
  };
  const needed = gap + MARGIN_PX + (side === "top" || side === "bottom" ? card.height : card.width);
  const chosen = room[side] < needed && room[OPPOSITE[side]] > room[side] ? OPPOSITE[side] : side;
  const middle = {
    left: (anchor.left + anchor.right - card.width) / 2,
    top: (anchor.top + anchor.bottom - card.height) / 2,
  };
  const place = {
    top: { ...middle, top: anchor.top - gap - card.height },
    bottom: { ...middle, top: anchor.bottom + gap },
    left: { ...middle, left: anchor.left - gap - card.width },
    right: { ...middle, left: anchor.right + gap },
  }[chosen];
  return {
    left: within(place.left, view.width - card.width - MARGIN_PX),
    top: within(place.top, view.height - card.height - MARGIN_PX),
  };
}

function within(value: number, most: number): number {
  return Math.round(Math.max(MARGIN_PX, Math.min(value, most)));
}
