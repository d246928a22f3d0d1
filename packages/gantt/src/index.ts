export { createGantt } from "./engine.ts";
export type * from "./types.ts";
export type * from "./words.ts";
