export * from "./china-calendar.ts";
export * from "./critical-path.ts";
export * from "./days.ts";
export { checkLink, spareDays, toWorkingSpan } from "./link-check.ts";
export * from "./network.ts";
export { findRing, findRings, type Rings } from "./rings.ts";
export * from "./roll-up.ts";
export * from "./tree.ts";
export * from "./working-calendar.ts";
