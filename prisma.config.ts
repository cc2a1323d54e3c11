import { defineConfig } from "prisma/config";

// `prisma generate` asks for a schema engine that it never starts; without a path it would
// try to download one, which closed networks refuse. Migrations run through the wasm engine.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
