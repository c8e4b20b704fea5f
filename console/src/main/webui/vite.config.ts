/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { leanCss } from "./scripts/lean-css.mjs";

export default defineConfig({
  base: "/console/",
  plugins: [react(), leanCss()],
  build: {
    outDir: process.env.OUTPUT ?? "../../../target/webui/dist",
    emptyOutDir: true,
    // The console's policy lets nothing in that is not a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Pieces of what everybody loads anyway compress better together.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "libraries", test: /node_modules/ }] } },
    },
    target: "es2022",
  },
  server: {
    proxy: { "/console/api": "http://localhost:8084", "/console/auth": "http://localhost:8084" },
  },
  test: {
    environment: "jsdom",
    setupFiles: "src/testing/setup.ts",
    restoreMocks: true,
    unstubGlobals: true,
    // A browser and all libraries anew for each file took five sixths of the time; setup.ts clears up after each test.
    isolate: false,
  },
});
