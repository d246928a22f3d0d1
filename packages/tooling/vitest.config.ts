import { patience } from "./tasks/patience.ts";
import { defineConfig } from "vitest/config";

export default defineConfig({ test: patience });
