import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** One step of a first visit: what it loads besides what came before it, and how much there may be by then. */
export type FirstLoadStep = {
  name: string;
  /** Ends of the paths of the modules that it begins with. */
  begins: readonly string[];
  /** JavaScript, gzip, all steps before it included. */
  mostKilobytes: number;
};

/** Fails a build in which a first visit would load more than it may before it shows its page. */
export function firstLoadBudget(steps: readonly FirstLoadStep[]): Plugin {
  return {
    name: "first-load-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const needed = new Set<Rolldown.OutputChunk>();
      for (const step of steps) {
        for (const begin of step.begins) {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(begin)));
          if (chunk === undefined) this.error(`First load: no file of the build holds ${begin}`);
          addWithImports(chunk, { to: needed, bundle });
        }
        const bytes = [...needed].reduce((sum, { code }) => sum + gzipSync(code).byteLength, 0);
        const kilobytes = bytes / 1024;
        const told = `${step.name}: ${kilobytes.toFixed(1)} KB of JavaScript, ${step.mostKilobytes} at the most`;
        if (kilobytes > step.mostKilobytes)
          this.error(`First load, ${told}. Load what its first paint can do without later.`);
        this.info(`First load, ${told}`);
      }
    },
  };
}

function addWithImports(
  chunk: Rolldown.OutputChunk,
  { to, bundle }: { to: Set<Rolldown.OutputChunk>; bundle: Rolldown.OutputBundle },
): void {
  if (to.has(chunk)) return;
  to.add(chunk);
  for (const fileName of chunk.imports) {
    const imported = bundle[fileName];
    if (imported?.type === "chunk") addWithImports(imported, { to, bundle });
  }
}
