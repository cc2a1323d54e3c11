import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { prepareDataDir } from "@/scripts/data-dir.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";
import { identify } from "@/scripts/process-identity.mjs";
import { makeTemporaryDataDir } from "@/scripts/temporary-data.mjs";

let dataDir: string;

beforeEach(async () => {
  dataDir = await makeTemporaryDataDir();
});

afterEach(() => {
  delete process.env.DATA_DIR;
  rmSync(dataDir, { recursive: true, force: true });
});

const mark = () => join(dataDir, "postgres", "postmaster.pid");

async function askName(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT current_user AS name");
  await client.end();
  return rows[0].name;
}

it("takes over from a server whose keeper was killed, with all that was answered", async () => {
  const first = await startPostgres(dataDir);
  const client = new pg.Client({ connectionString: first.urls.owner });
  client.on("error", () => {});
  await client.connect();
  await client.query("CREATE TABLE kept (word text)");
  await client.query("INSERT INTO kept VALUES ('还在')");
  const server = Number(readFileSync(mark(), "utf8").split("\n")[0]);
  const keeper = execFileSync("ps", ["-o", "ppid=", "-p", String(server)], { encoding: "utf8" });
  process.kill(Number(keeper), "SIGKILL");
  await first.ended;
  expect(identify(server)?.command).toContain(dataDir);

  const second = await startPostgres(dataDir);
  expect(identify(server)).toBeNull();
  const again = new pg.Client({ connectionString: second.urls.owner });
  await again.connect();
  expect((await again.query("SELECT word FROM kept")).rows).toEqual([{ word: "还在" }]);
  await again.end();
  await second.stop();
});

it("is not fooled by a mark whose number belongs to a stranger by now", async () => {
  const first = await startPostgres(dataDir);
  await first.stop();
  writeFileSync(mark(), `${process.pid}\n${join(dataDir, "postgres")}\n1\n5432\n\n\n\nready\n`);
  const second = await startPostgres(dataDir);
  expect(await askName(second.urls.app)).toBe("nianbaotai_app");
  await second.stop();
});

it("gives new passwords to the roles when the kept ones are gone", async () => {
  const first = await startPostgres(dataDir);
  await first.stop();
  rmSync(join(dataDir, "postgres-passwords.json"));
  const second = await startPostgres(dataDir);
  expect(second.urls.owner).not.toBe(first.urls.owner);
  expect(await askName(second.urls.owner)).toBe("nianbaotai_owner");
  await second.stop();
});

it.each(["package.json", "package.json/below", "/proc/nianbaotai"])(
  "refuses DATA_DIR=%s with a sentence",
  (folder) => {
    process.env.DATA_DIR = folder;
    expect(prepareDataDir).toThrow(/不能使用.*DATA_DIR|DATA_DIR.*不能使用/);
  },
);
