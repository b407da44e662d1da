// One script without imports, for the page that is exported as a file; the licences of what is in it go with it.
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const BUNDLED = ["cytoscape", "cytoscape-fcose", "cose-base", "layout-base"];
const licence = (name: string) => `${name}:\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").replaceAll("*/", "* /")}`;

export default defineConfig({
  plugins: [{
    name: "licences",
    enforce: "post",
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = `/*! ${BUNDLED.map(licence).join("\n")} */\n${file.code}`;
    },
  }],
  build: {
    target: "es2022",
    emptyOutDir: false,
    lib: { entry: "src/standalone/main.ts", name: "claimgraph", formats: ["iife"], fileName: () => "standalone.js" },
  },
});
