import { defineConfig } from "vite";

// Workspace packages are TypeScript sources, so they are bundled; what comes from the registry stays where it is.
export default defineConfig({
  build: {
    ssr: "src/main.ts",
    target: "node20",
    outDir: "dist",
    sourcemap: false,
    rollupOptions: { output: { entryFileNames: "main.js", chunkFileNames: "[name].js" } },
  },
  ssr: { noExternal: [/^@gantry\//] },
});
