import type { TestProject } from "vitest/node";
import { bundle } from "./bundle.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The bundled `test/faults/main.ts`: run it with Node. */
    gantry: string;
  }
}

/** Bundles the server once for all files of a run. */
export async function setup(project: TestProject): Promise<() => void> {
  const { file, remove } = await bundle("test/faults/main.ts");
  project.provide("gantry", file);
  return remove;
}
