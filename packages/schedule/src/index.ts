export { calendarEnd, calendarEvent, calendarStart } from "./calendar-file.ts";
export { type Cascade, type CascadeItem, findCascade, type Push, type Stay } from "./cascade.ts";
export * from "./china-calendar.ts";
export * from "./critical-path.ts";
export * from "./days.ts";
export { checkLink, spareDays, toWorkingSpan } from "./link-check.ts";
export type { LinkEnds } from "./link-graph.ts";
export {
  addWork,
  loadOf,
  orderedDays,
  type PersonLoad,
  placeWork,
  remainingHours,
  shareInWeek,
  type Work,
  type WorkPlace,
  type WorkTally,
} from "./load.ts";
export { createLoadFrame, type FrameWeek, HOURS_A_DAY, type LoadFrame } from "./load-frame.ts";
export { moveToWeek, type WeekMove } from "./move-work.ts";
export * from "./network.ts";
export { type MovableWork, MOST_WEEKS_LATER, rebalance, type Rebalanced } from "./rebalance.ts";
export { earliestDay, fitItem, type Moved, scaleItem, shiftItem, snapItem } from "./relative-edits.ts";
export { findRing, findRings, type Rings } from "./rings.ts";
export * from "./roll-up.ts";
export * from "./tree.ts";
export * from "./working-calendar.ts";
