import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { startNode } from "./children.mjs";
import { buildApp } from "./set-up.mjs";
import { startTestApp } from "./test-app.mjs";

const next = "node_modules/next/dist/bin/next";

/**
 * The gate, in order: each answers `{passed, failed}`, a check counting as one.
 * `folder` takes the reports; `args` go to the runner when the person asked for one stage.
 */
export const stages = {
  lint: (_, args) => check(["node_modules/@biomejs/biome/bin/biome", "ci", ...args]),
  types: types,
  knip: () => check(["node_modules/knip/bin/knip.js"]),
  unit: (folder, args) => vitest("unit", folder, args),
  integration: (folder, args) => vitest("integration", folder, args),
  build: async () => {
    await buildApp();
    return { passed: 1, failed: 0 };
  },
  system: async (folder, args) => {
    await buildApp();
    return vitest("system", folder, args);
  },
  e2e,
};

async function types() {
  const routes = await check([next, "typegen"], "ignore");
  return routes.failed ? routes : check(["node_modules/typescript/bin/tsc", "--noEmit"]);
}

async function check(args, stdio) {
  const { code } = await startNode(args, { stdio }).ended;
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project, folder, args) {
  const report = join(folder, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const run = ["node_modules/vitest/vitest.mjs", "run", "--project", project];
  const { code } = await startNode([...run, ...reporters, ...args]).ended;
  return count(code, report, (found) => [found.numPassedTests, found.numFailedTests]);
}

async function e2e(folder, args) {
  const browser = await findBrowser();
  await buildApp();
  const { url, variables } = await startTestApp();
  const report = join(folder, "e2e.json");
  const own = { E2E_URL: url, E2E_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const run = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const env = { ...process.env, ...variables, ...own };
  const { code } = await startNode([...run, ...args], { env }).ended;
  return count(code, report, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky]);
}

/** A runner that fails without a failed test (a file that does not load, no test found) is one. */
function count(code, report, read) {
  try {
    const [passed, failed] = read(JSON.parse(readFileSync(report, "utf8")));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
