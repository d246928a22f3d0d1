import { patience } from "@gantry/tooling/tasks/patience.ts";
import { defineConfig } from "vitest/config";

export default defineConfig({ test: patience });
