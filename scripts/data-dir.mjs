import { accessSync, chmodSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { canEnter, findDatabaseUser } from "./postgres-user.mjs";
import { Refusal, say } from "./sentences.mjs";

const forRoot = "/var/lib/nianbaotai";

/**
 * The folder of the embedded database and the made secrets, existing and writable. Without
 * `DATA_DIR` it is `.data`; root moves to /var/lib/nianbaotai where the database's own user could
 * not enter that.
 * @throws Refusal with a sentence when the folder cannot be used.
 */
export function prepareDataDir() {
  const wanted = resolve(process.env.DATA_DIR || ".data");
  const user = findDatabaseUser();
  if (canEnter(nearestFolder(wanted), user)) return makeUsable(wanted, user);
  if (process.env.DATA_DIR) {
    throw new Refusal(
      `DATA_DIR ${wanted} 不能使用：数据库以另一个用户的身份运行，进不了这个目录。请改用该用户能进入的目录，或放开上级目录的进入权限。`,
    );
  }
  say(`当前目录不对数据库用户开放，数据改存 ${forRoot}（可用 DATA_DIR 另行指定）。`);
  return makeUsable(forRoot, user);
}

function makeUsable(folder, user) {
  try {
    makeFolder(folder);
    // The database's user walks through; what is secret has its own mode.
    if (user.uid !== undefined) chmodSync(folder, statSync(folder).mode | 0o011);
    if (!canEnter(folder, user)) throw Object.assign(new Error(), { code: "EACCES" });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `数据目录 ${folder} 不能使用（${error.code ?? error.message}）。请检查它是否存在、是否可写，或把 DATA_DIR 设为另一个目录。`,
    );
  }
  return folder;
}

/** Step by step: on some file systems (/proc) Node's recursive way never ends. */
function makeFolder(path) {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

function nearestFolder(path) {
  return isFolder(path) ? path : nearestFolder(dirname(path));
}

function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
