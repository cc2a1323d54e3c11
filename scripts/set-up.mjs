import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { must } from "./children.mjs";
import { Refusal, step } from "./sentences.mjs";

/** Installs what the lock file names and `node_modules` lacks. Install scripts are not needed. */
export async function installDependencies() {
  if (areInstalled()) return;
  const options = ["--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = findNpm();
  await step("安装依赖", () => must("安装依赖", [npm, "ci", "--loglevel=error", ...options]));
}

/** Makes the database client when the schema is newer than it. */
export async function generateClient() {
  const stamp = "prisma/generated/.schema-hash";
  const hash = hashOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (readOrNull(stamp) === hash) return;
  await step("生成数据库客户端", () =>
    must("生成数据库客户端", ["node_modules/prisma/build/index.js", "generate"]),
  );
  writeFileSync(stamp, hash);
}

/** Builds the app when a source is not what the last build was made of. */
export async function buildApp() {
  const stamp = ".next/source-hash";
  const hash = hashOf(sources);
  if (readOrNull(stamp) === hash && existsSync(".next/BUILD_ID")) return;
  rmSync(".next/BUILD_ID", { force: true });
  await step("构建", () => must("构建", ["node_modules/next/dist/bin/next", "build"]));
  if (!existsSync(".next/BUILD_ID")) throw new Refusal("构建没有完成，请重试。");
  writeFileSync(stamp, hash);
}

/** @throws Refusal with a sentence per variable that is set to a wrong value. */
export function checkVariables() {
  return must("检查环境变量", ["--import", "tsx", "scripts/check-environment.ts"]);
}

const sources = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** `npm ci` writes its own list last, so a broken-off installation has none. */
function areInstalled() {
  const list = readOrNull("node_modules/.package-lock.json");
  if (!list) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(list).packages;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === "" || (!present[path] && (optional || peer))) return true;
    return present[path]?.version === version && existsSync(path);
  });
}

function findNpm() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath?.includes("npm-cli") ? process.env.npm_execpath : undefined,
    join(beside, "../lib/node_modules/npm/bin/npm-cli.js"),
    join(beside, "node_modules/npm/bin/npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
    "/usr/lib/node_modules/npm/bin/npm-cli.js",
  ];
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Refusal("找不到 npm。请用 npm start 启动，或安装 Node.js 自带的 npm。");
  return found;
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder)) {
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function readOrNull(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
