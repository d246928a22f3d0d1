import { defineConfig } from "vitest/config";

// Workspace packages are TypeScript sources, so they are bundled; what comes from the registry stays where it is.
export default defineConfig({
  build: {
    ssr: "src/main.ts",
    target: "node20",
    outDir: "dist",
    sourcemap: false,
    rolldownOptions: {
      output: {
        entryFileNames: "main.js",
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes("codearts-simulator") === true ? "simulator.js" : "[name].js",
      },
    },
  },
  ssr: { noExternal: [/^@gantry\//] },
  // Tests run the whole server over the simulator; on a busy machine that takes its time.
  test: { testTimeout: 60_000 },
});
