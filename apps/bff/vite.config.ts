import { defineConfig } from "vite";

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
});
