import type { BoundRoute } from "./http/bind.ts";

/** A part of the server: its routes, and work that goes on beside requests. */
export type Feature = {
  routes: readonly BoundRoute[];
  /** Called once, when the database is ready and before the first request. */
  start?: () => void | Promise<void>;
  /** Ends background work: claims nothing more, finishes or records what is under way. */
  stop?: () => Promise<void>;
};
