import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** One run for every room; a package with needs of its own (a browser-like DOM, say) brings its vitest.config.ts. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../../.."),
  test: {
    projects: ["packages/*", "apps/bff", "apps/web"],
    passWithNoTests: false,
  },
});
