/** What may stand where. A path that fits no room has no place in the house. */
const domains =
  "bureaus|users|reports|reviews|publications|inspections|campaigns|statistics|notifications";
const kebab = "[a-z0-9]+(?:-[a-z0-9]+)*";
const pascal = "(?:[A-Z][a-z0-9]*)+";
const roles = "schema|policy|rules|workflow|queries|commands|actions";
/** A folder of a route: a noun, report.pdf, (group), [param], [...rest]. */
const segment = String.raw`(?:${kebab}(?:\.[a-z]+)?|v\d|\(${kebab}\)|\[(?:\.\.\.)?[a-zA-Z]+\])`;
/** Names that Next gives to files. */
const routeFile =
  "page.tsx|layout.tsx|error.tsx|global-error.tsx|not-found.tsx|loading.tsx|route.ts" +
  "|sitemap.ts|robots.ts|globals.css|icon.svg|favicon.ico";
/** At the root stand only the files that a tool insists on. */
const rootFile =
  ".editorconfig|.env.example|.gitattributes|.gitignore|.npmrc|.nvmrc|LICENSE|README.md|biome.json" +
  "|instrumentation.ts|knip.json|next.config.ts|package-lock.json|package.json|playwright.config.ts" +
  "|postcss.config.mjs|prisma.config.ts|proxy.ts|tsconfig.json|vitest.config.ts";

const rooms = [
  literal(rootFile),
  ".ci/run",
  String.raw`docs/.+\.(?:md|png)`,
  "public/.+",
  `app/(?:${segment}/)*(?:${literal(routeFile)})`,
  `components/(?:ui|layout|auth|audit|${domains})/(?:${kebab}/)?${pascal}(?:\\.test)?\\.tsx`,
  `components/(?:ui|layout|auth|audit|${domains})/(?:${kebab}/)?${kebab}(?:\\.test)?\\.ts`,
  "lib/(?:action|api|db|env|errors|http|input)(?:\\.test)?\\.ts",
  `lib/(?:format|checks|importing|exporting|openapi|auth|audit|jobs)/${kebab}(?:\\.test)?\\.ts`,
  `lib/exporting/${kebab}\\.(?:mjs|typ)`,
  `lib/(?:${domains})/(?:${kebab}/)?(?:(?:${roles})\\.ts|${kebab}\\.test\\.ts)`,
  `prisma/schema/${kebab}\\.prisma`,
  "prisma/migrations/.+",
  `prisma/seed(?:/${kebab})?\\.ts`,
  `scripts/(?:${kebab}/)?${kebab}(?:\\.test)?\\.(?:ts|mjs)`,
  `tests/integration/${kebab}/${kebab}(?:\\.test)?\\.ts`,
  `tests/e2e/${kebab}(?:\\.spec|\\.test)?\\.ts`,
  `tests/(?:bench|structure|support)/(?:${kebab}/)?${kebab}(?:\\.test)?\\.(?:ts|tsx|mjs|json)`,
  // A small app of its own, in Next's layout.
  `tests/bench/floor/(?:app/${kebab}/)?(?:${literal("route.js|instrumentation.js")})`,
].map((room) => new RegExp(`^(?:${room})$`));

const vagueName = /(?:^|[/-])(?:utils?|helpers?|services?|index|common|misc|shared|lib)(?:[./-]|$)/;

/** Paths that stand in no room, or under a name that says nothing. */
export function misplaced(paths: string[]): string[] {
  return paths.filter((path) => {
    const name = path.replace(/^lib\//, "").replace(/^(?:public|docs|prisma\/migrations)\/.*/, "");
    return !rooms.some((room) => room.test(path)) || vagueName.test(name);
  });
}

/** Folders of components that show a noun which lib does not have. */
export function homelessComponents(paths: string[]): string[] {
  const nouns = new Set(paths.map((path) => path.match(/^lib\/([^/]+)\//)?.[1]));
  const folders = paths.map((path) => path.match(/^components\/([^/]+)\//)?.[1]);
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .filter((folder) => folder !== "ui" && folder !== "layout" && !nouns.has(folder));
}

function literal(names: string): string {
  return names.replaceAll(".", "\\.");
}
