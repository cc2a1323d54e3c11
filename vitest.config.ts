import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Neither UTC nor Shanghai: what depends on the zone of the server shows itself.
process.env.TZ = "America/New_York";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Tests are a server too; the package throws where the bundler's condition is missing.
      { find: "server-only", replacement: `${root}/node_modules/server-only/empty.js` },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // A bound against hanging, not a measure: the machine may be busy.
          testTimeout: 60_000,
          include: ["{app,components,lib}/**/*.test.{ts,tsx}", "tests/structure/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/!(system)/*.test.ts"],
          globalSetup: "tests/support/database-server.ts",
          setupFiles: "tests/support/database.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // The built app as it is served; needs `next build` before it.
          name: "system",
          include: ["tests/integration/system/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
