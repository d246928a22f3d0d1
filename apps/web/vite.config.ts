import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const bffOrigin = process.env.BFF_ORIGIN ?? "http://127.0.0.1:4600";

export default defineConfig({
  plugins: [react(), tailwindcss()],
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
  },
});
