import type { parts } from "./parts.ts";

type Parts = typeof parts;

let loading: Promise<Parts> | null = null;

/** Everything that floats, for React's `use`: the same promise for all. A fetch that failed is tried again when next asked for. */
export function loadFloating(): Promise<Parts> {
  loading ??= import("./parts.ts").then(
    (file) => file.parts,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
