import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstLoadBudget } from "./build/first-load-budget.ts";

const bffOrigin = process.env.BFF_ORIGIN ?? "http://127.0.0.1:4600";

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    firstLoadBudget([
      { name: "sign in", begins: ["/src/main.tsx"], mostKilobytes: 167 },
      {
        name: "and the plans",
        begins: ["/src/routes/app-screen.tsx", "/src/routes/plans-screen.tsx"],
        mostKilobytes: 212,
      },
      { name: "and a plan", begins: ["/src/routes/plan/plan-screen.tsx"], mostKilobytes: 290 },
    ]),
  ],
  server: {
    port: 4610,
    // Live events and the overview are streams: the proxy must not wait for their end.
    proxy: { "/api": { target: bffOrigin, changeOrigin: false } },
  },
  build: {
    target: "es2023",
    // The page's policy allows no inline script, style or data: asset.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store)\//,
              priority: 2,
            },
            // What floats comes as one file, which no first paint waits for, instead of a dozen.
            { name: "floating", test: /node_modules\/@(?:ariakit|floating-ui)\//, priority: 1 },
          ],
        },
      },
    },
  },
});
