import { bundle } from "./bundle.ts";

/** Bundles the server once for all files of a run; they find it by `GANTRY_BUNDLE`. */
export async function setup(): Promise<() => void> {
  const { file, remove } = await bundle("test/faults/main.ts");
  process.env["GANTRY_BUNDLE"] = file;
  return remove;
}
