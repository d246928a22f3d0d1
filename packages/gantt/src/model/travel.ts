/** Speed of the view along one axis, in pixels a frame; negative backwards. */
export type Travel = { to: (position: number) => number };

/**
 * Follows where the view is from frame to frame. A single leap is no travel: it is where somebody wants to be. Only what
 * two moves in a row have in common counts.
 */
export function createTravel(): Travel {
  let last = 0;
  let lastMoved = 0;
  return {
    to: (position) => {
      const moved = position - last;
      const steady = steadySpeed(moved, lastMoved);
      last = position;
      lastMoved = moved;
      return steady;
    },
  };
}

/** The speed that two moves had in common, in one direction. */
export function steadySpeed(now: number, before: number): number {
  if (now > 0 !== before > 0) return 0;
  return Math.abs(now) < Math.abs(before) ? now : before;
}
