import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Refusal } from "./sentences.mjs";

export const databaseName = "nianbaotai";

/** Who may what: the superuser keeps house, the owner migrates, the app serves. */
export const roleNames = {
  superuser: "postgres",
  owner: "nianbaotai_owner",
  app: "nianbaotai_app",
};

/**
 * Makes the server's files in `dataDir`/postgres on the first start: roles with made passwords,
 * the database, connections by password over 127.0.0.1 alone. A half-made one is begun again.
 * Answers `{folder, passwords}`.
 */
export function prepareCluster({ dataDir, bin, user }) {
  const folder = join(dataDir, "postgres");
  if (existsSync(join(folder, "PG_VERSION"))) {
    ownAll(folder, user);
    return {
      folder,
      passwords: readPasswords(dataDir) ?? renewPasswords({ dataDir, bin, user, folder }),
    };
  }
  const half = join(dataDir, "postgres.new");
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  ownAll(half, user);
  const passwords = makePasswords();
  initialise({ bin, user, folder: half, password: passwords.superuser, dataDir });
  runSingle({ bin, user, folder: half }, [
    ...roleStatements(passwords),
    `CREATE DATABASE ${databaseName} OWNER ${roleNames.owner}`,
  ]);
  keepPasswords(dataDir, passwords);
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
  return { folder, passwords };
}

function initialise({ bin, user, folder, password, dataDir }) {
  const passwordFile = join(dataDir, "postgres.password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  ownAll(passwordFile, user);
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["-U", roleNames.superuser, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const args = ["-D", folder, "-E", "UTF8", ...locale, ...access, "--no-instructions"];
  run(join(bin, "initdb"), args, { user, folder });
  rmSync(passwordFile);
}

/** Somebody removed the file: the data are still ours, so the roles get new passwords. */
function renewPasswords({ dataDir, bin, user, folder }) {
  const passwords = makePasswords();
  runSingle({ bin, user, folder }, roleStatements(passwords));
  keepPasswords(dataDir, passwords);
  return passwords;
}

function roleStatements(passwords) {
  return Object.entries(roleNames).flatMap(([key, name]) => [
    `DO $$ BEGIN CREATE ROLE ${name}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `ALTER ROLE ${name} LOGIN PASSWORD '${passwords[key]}'`,
  ]);
}

/** The server's own single-user mode: no driver, no port. One statement per line. */
function runSingle({ bin, user, folder }, statements) {
  const args = ["--single", "-j", "-D", folder, "postgres"];
  const input = statements.map((statement) => `${statement};\n\n`).join("");
  const output = run(join(bin, "postgres"), args, { user, folder, input });
  if (/\b(ERROR|FATAL|PANIC):/.test(output)) throw new Refusal(`内置数据库建立失败：\n${output}`);
}

function run(program, args, { user, folder, input }) {
  const env = { ...process.env, LC_ALL: "C", LANG: "C" };
  const result = spawnSync(program, args, { ...user, cwd: folder, env, input, encoding: "utf8" });
  const output = result.error?.message ?? result.stderr + result.stdout;
  if (result.status !== 0) throw new Refusal(`内置数据库建立失败：\n${output}`);
  return output;
}

function makePasswords() {
  const password = () => randomBytes(24).toString("hex");
  return { superuser: password(), owner: password(), app: password() };
}

/** The kept passwords by role, or null. */
export function readPasswords(dataDir) {
  const file = passwordsFile(dataDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function keepPasswords(dataDir, passwords) {
  const file = passwordsFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

function passwordsFile(dataDir) {
  return join(dataDir, "postgres-passwords.json");
}

function ownAll(path, user) {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
}
