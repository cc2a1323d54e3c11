import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Every file of the project that is, or is about to be, under version control. */
export function projectFiles(): string[] {
  const listing = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    encoding: "utf8",
  });
  return listing.split("\0").filter((path) => path !== "" && existsSync(path));
}

/** Text of every source file under the given folders. */
export function sources(...folders: string[]): { path: string; text: string }[] {
  return projectFiles()
    .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
    .filter((path) => /\.(ts|tsx|mjs|css|typ|prisma)$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}
