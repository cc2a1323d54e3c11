/** Modules that a file names in its import and export declarations. */
export function imports(text: string): string[] {
  const said = /^(?:import|export)\b(?:[^"';]*\bfrom)?\s*["']([^"']+)["']/gm;
  return [...text.matchAll(said)].map((match) => match[1] ?? "");
}

/**
 * Commands and schemas of another folder in an `actions.ts`. The linter allows
 * actions to import commands and schemas, but does not know whose they are.
 */
export function foreignToActions({ path, text }: { path: string; text: string }): string[] {
  const own = `@/${path.slice(0, path.lastIndexOf("/"))}/`;
  return imports(text)
    .filter((name) => /\/(?:commands|schema)$/.test(name) && !name.startsWith(own))
    .map((name) => `${path}: ${name}`);
}
