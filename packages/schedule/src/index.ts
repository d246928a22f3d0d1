export * from "./china-calendar.ts";
export * from "./days.ts";
export * from "./roll-up.ts";
export * from "./tree.ts";
export * from "./working-calendar.ts";
