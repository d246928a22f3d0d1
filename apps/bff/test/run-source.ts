import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Arguments with which Node runs TypeScript as it stands, from whatever folder it is started in. */
export const RUN_SOURCE = ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
