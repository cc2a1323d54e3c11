import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A browser takes a new worker when its bytes differ, and only then the files that it keeps. */
test("the offline worker's store is named after the files in it", () => {
  const hash = createHash("sha256");
  for (const end of ["html", "css", "js"]) hash.update(readFileSync(`public/offline.${end}`));
  const name = `offline-${hash.digest("hex").slice(0, 8)}`;
  expect(readFileSync("public/offline-worker.js", "utf8")).toContain(`const CACHE = "${name}";`);
});
