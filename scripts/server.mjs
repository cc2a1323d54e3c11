import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startNode } from "./children.mjs";
import { Refusal } from "./sentences.mjs";

/**
 * Starts Next on 127.0.0.1; `mode` is "start" or "dev"; `stdio` as of `startNode`.
 * next-auth asks for the address under a name of its own.
 */
export function startNext({ mode, port, env, stdio }) {
  const args = ["node_modules/next/dist/bin/next", mode, "-H", "127.0.0.1", "-p", String(port)];
  const variables = { ...process.env, ...env, NEXTAUTH_URL: env.APP_URL };
  return startNode(args, { env: variables, stdio });
}

/** Resolves at the first answer, whatever it says; refuses when the program ends before. */
export async function untilReachable(child, port) {
  const ended = child.ended.then(({ code }) => {
    throw new Refusal(`服务没有启动成功（退出码 ${code}），原因见上。`);
  });
  await Promise.race([ended, firstAnswer(child, port)]);
}

async function firstAnswer(child, port) {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer) return;
    await sleep(100);
  }
}

/** Refuses when something listens on the port; a server that is just ending gets five seconds. */
export async function requireFreePort(port) {
  for (let tries = 0; !(await isFree(port)); tries += 1) {
    if (tries === 25) {
      throw new Refusal(`端口 ${port} 已被别的程序占用。请停止那个程序，或用 PORT 指定别的端口。`);
    }
    await sleep(200);
  }
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) =>
      error.code === "EADDRINUSE"
        ? resolve(false)
        : reject(new Refusal(`端口 ${port} 不能使用（${error.code}）。请用 PORT 指定别的端口。`)),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
