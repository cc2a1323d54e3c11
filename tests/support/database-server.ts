import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/migrations.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's, the owner's and the app's addresses of the migrated template. */
    databaseUrls: { superuser: string; owner: string; app: string };
  }
}

/** One real server for the whole run, in a folder that goes with it; its database is the template. */
export async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "nianbaotai-test-"));
  chmodSync(folder, 0o711);
  const server = await startPostgres(folder, { forTests: true });
  await migrate(server.urls);
  project.provide("databaseUrls", server.urls);
  return () => server.stop();
}
