import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/migrations.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";
import { makeTemporaryDataDir } from "@/scripts/temporary-data.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's, the owner's and the app's addresses of the migrated template. */
    databaseUrls: { superuser: string; owner: string; app: string };
  }
}

/** One real server for the whole run, in a folder that goes with it; its database is the template. */
export async function setup(project: TestProject) {
  const server = await startPostgres(await makeTemporaryDataDir(), { forTests: true });
  await migrate(server.urls);
  project.provide("databaseUrls", server.urls);
  return () => server.stop();
}
