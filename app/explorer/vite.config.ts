// One script a page; the pages themselves are rendered by the server, which finds the scripts through the manifest.
import { defineConfig } from "vite";

export default defineConfig({
  base: "/assets/",
  build: {
    target: "es2022",
    manifest: true,
    // The licences of what is bundled travel with it.
    license: true,
    modulePreload: false,
    assetsDir: "",
    rollupOptions: {
      input: {
        page: "src/page.ts",
        graph: "src/graph/main.ts",
        sparql: "src/sparql/main.ts",
        ingest: "src/ingest/main.ts",
        review: "src/review/main.ts",
        rulings: "src/rulings/main.ts",
      },
    },
  },
});
