import { patience } from "@gantry/tooling/tasks/patience.mjs";
import { defineConfig } from "vitest/config";

export default defineConfig({ test: patience });
