import type { Dependencies } from "./dependencies.ts";
import type { Feature } from "./feature.ts";
import { createFeatures } from "./features.ts";
import { createRouter, type Peer } from "./http/router.ts";
import type { StaticFiles } from "./http/static-files.ts";

export type App = {
  /** Answers one request. Never throws. */
  fetch: (request: Request, peer: Peer) => Promise<Response>;
  /** Starts the features' background work. */
  start: () => Promise<void>;
  /** Tells event streams and jobs to end, and waits for what is under way. */
  stop: () => Promise<void>;
};

/** The whole server from its dependencies; does nothing until it is asked. `files` null = the API alone. */
export function createApp(dependencies: Dependencies, options: { files: StaticFiles | null }): App {
  const features: readonly Feature[] = createFeatures(dependencies);
  const router = createRouter(dependencies, {
    routes: features.flatMap((feature) => feature.routes),
    files: options.files,
  });
  return {
    fetch: async (request, peer) => await router.fetch(request, peer),
    start: async () => {
      for (const feature of features) await feature.start?.();
    },
    stop: async () => {
      dependencies.bus.emit({ type: "server-stopping" });
      await Promise.all(features.map(async (feature) => feature.stop?.()));
    },
  };
}
