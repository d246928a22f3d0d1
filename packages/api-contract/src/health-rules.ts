/**
 * What decides a plan's health, in numbers: the bff computes by them and the page writes them out.
 *
 * - late: so many open leaves past their end, or one past it for longer than so many days
 * - at risk: anything past its end, anything that waits for something past its end, or a share of the open leaves that
 *   is far behind, or has nobody or no dates
 * - stale: open work, and nothing changed for so long
 * - empty: no items at all; on track: all others
 */
export const HEALTH_RULES = {
  /** Open leaves past their end from which a plan is late. */
  lateCount: 3,
  /** A single open leaf makes it late when its end is more than so many days ago. */
  lateDays: 7,
  /** Share of the open leaves from which those without an assignee, without dates or behind put a plan at risk. */
  lackShare: 0.25,
  /** Percentage points between time gone and work done from which a leaf under way counts as behind. */
  behindPoints: 30,
  /** Days without any change after which a plan with open work is stale. */
  staleDays: 21,
} as const;
