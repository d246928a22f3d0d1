import { patience } from "@gantry/tooling/tasks/patience.mjs";
import { defineConfig } from "vitest/config";

/** Files share a process, its browser and its built page; each opens contexts of its own. */
export default defineConfig({ test: { ...patience, isolate: false } });
