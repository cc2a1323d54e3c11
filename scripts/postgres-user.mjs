import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Refusal } from "./sentences.mjs";

/**
 * PostgreSQL refuses to run as root: root runs it as `postgres`, else as `nobody`. Answers the
 * `{uid, gid}` to start it with, or `{}` to stay who we are.
 */
export function findDatabaseUser() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Refusal(
    "数据库不能以 root 身份运行，而系统里没有 postgres 或 nobody 用户。请新建 postgres 用户，或以普通用户启动。",
  );
}

/** Whether that user gets into a folder, through all the folders above it. */
export function canEnter(folder, user) {
  if (user.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd -- "$0"', folder], { ...user, cwd: "/" }).status === 0;
}
