import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadEnvironment } from "./environment.mjs";
import { Refusal, say } from "./sentences.mjs";
import { generateClient, installDependencies } from "./set-up.mjs";
import { atEnd, endOnSignals, isEnding, runScript } from "./shutdown.mjs";
import { hideVariables } from "./test-app.mjs";
import { stages } from "./test-stages.mjs";

/** `npm test`: the whole gate; `npm test -- STAGE ARGUMENTS`: one stage of it. */
runScript(async () => {
  const total = { passed: 0, failed: 0 };
  // Registered first, done last: nothing may be printed after the count.
  atEnd(() => say(`${total.passed} passed, ${total.failed} failed`));
  loadEnvironment();
  endOnSignals();
  hideVariables();
  const [only, ...args] = process.argv.slice(2);
  if (only && !stages[only]) {
    throw new Refusal(`没有叫“${only}”的环节。可选：${Object.keys(stages).join("、")}。`);
  }
  await installDependencies();
  await generateClient();
  const folder = makeReportFolder();
  for (const name of only ? [only] : Object.keys(stages)) {
    if (isEnding()) break;
    const result = await runStage(name, folder, args);
    total.passed += result.passed;
    total.failed += result.failed;
  }
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** Below the packages, so that what a killed run leaves goes with them. */
function makeReportFolder() {
  mkdirSync("node_modules/.cache", { recursive: true });
  const folder = mkdtempSync("node_modules/.cache/reports-");
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function runStage(name, folder, args) {
  const started = Date.now();
  say(`\n▶ ${name}`);
  const result = await stages[name](folder, args).catch(asFailure);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`■ ${name}：${result.passed} 通过，${result.failed} 失败，用时 ${seconds} 秒`);
  return result;
}

function asFailure(error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
  return { passed: 0, failed: 1 };
}
