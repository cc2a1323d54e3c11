import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify } from "./process-identity.mjs";
import { Refusal } from "./sentences.mjs";

/**
 * One program at a time over a data folder. The mark that a killed one left behind is taken over;
 * one that is just ending gets five seconds.
 */
export async function lockDataDir(dataDir) {
  const file = join(dataDir, "running.json");
  for (let tries = 0; ; tries += 1) {
    const holder = findHolder(dataDir);
    if (!holder) break;
    if (tries === 25) {
      throw new Refusal(
        `数据目录 ${dataDir} 正由另一个年报台使用（进程 ${holder.pid}）。请先停止它，或为这一个设置另外的 DATA_DIR。`,
      );
    }
    await sleep(200);
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, ...identify(process.pid) }));
  return () => rmSync(file, { force: true });
}

/** The living program that holds the folder, or null. */
export function findHolder(dataDir) {
  try {
    const held = JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8"));
    return identify(held.pid)?.started === held.started && held.pid !== process.pid ? held : null;
  } catch {
    return null;
  }
}
