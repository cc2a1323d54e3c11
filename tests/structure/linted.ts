import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

interface Diagnostic {
  severity: string;
  category: string;
  location: { path: string; start: { line: number } };
}

/**
 * What the linter, with the project's own configuration, says of files that
 * do not exist in the project: `path:line rule`, errors only.
 */
export function lint(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), "house-"));
  try {
    for (const name of ["biome.json", "package.json", "tsconfig.json", ".gitignore"]) {
      copyFileSync(name, join(root, name));
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return run(root)
      .filter(({ severity }) => severity === "error")
      .map(({ category, location }) => {
        return `${location.path}:${location.start.line} ${category.split("/").at(-1)}`;
      });
  } finally {
    rmSync(root, { recursive: true });
  }
}

function run(root: string): Diagnostic[] {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}
