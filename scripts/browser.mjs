import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, say, step } from "./sentences.mjs";

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "uos-browser-stable",
  "browser360-cn",
];

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
];

/** How each system installs one; the first whose program exists is used. */
const installers = [
  ["apt-get", ["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium"]],
  ["dnf", ["install", "-y", "chromium"]],
  ["yum", ["install", "-y", "chromium"]],
  ["zypper", ["--non-interactive", "install", "chromium"]],
  ["apk", ["add", "chromium"]],
  ["pacman", ["-Sy", "--noconfirm", "chromium"]],
];

/**
 * A Chromium that runs: Playwright's own, else the system's, else one installed by root.
 * @throws Refusal with a sentence when there is none and none can be installed.
 */
export async function findBrowser() {
  const found = (await playwrightsOwn()) ?? findOnSystem();
  if (found) return found;
  if (process.getuid?.() === 0) await step("安装浏览器", install);
  const installed = findOnSystem();
  if (installed) return installed;
  throw new Refusal(
    "没有找到可用的浏览器。请安装 Chromium 或 Chrome（例如 sudo apt-get install chromium），或运行 npx playwright install chromium，然后重试。",
  );
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : undefined;
}

function findOnSystem() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path) && runs(path));
}

/** Some systems have a stand-in that only asks to install the real one. */
function runs(path) {
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

async function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const installer = installers.find(([program]) => !spawnSync(program, ["--version"]).error);
  if (!installer) return;
  const [program, ...runs] = installer;
  for (const args of runs) {
    say(`  ${program} ${args.join(" ")}`);
    spawnSync(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  }
}
