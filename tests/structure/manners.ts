/** A habit of the house that the linter has no rule for. */
interface Manner {
  fault: string;
  /** Files it holds for. */
  where: RegExp;
  /** What must not stand in them. */
  bad: RegExp;
}

const code = /^(?:app|components|lib|prisma|scripts|tests)\/.+\.(?:ts|tsx|mjs)$/;
const product = /^(?:app|components|lib)\/.+(?<!\.test)\.tsx?$/;
const pure =
  /^lib\/(?:(?:format|checks|importing|exporting)\/.+|.+\/(?:schema|policy|rules|workflow))(?<!\.test)\.ts$/;
/** Next insists on the directive in its error pages. */
const mayBeClient = "components/|app/(?:.+/)?(?:global-)?error\\.tsx$";

const manners: Manner[] = [
  {
    fault: "what is not finished has no place here",
    where: /./,
    bad: /\b(?:TODO|FIXME|XXX)\b/,
  },
  {
    fault: "'use client' stands in components only",
    where: new RegExp(`^(?!${mayBeClient}).+\\.tsx?$`),
    bad: /^["']use client["']/m,
  },
  {
    fault: "'use server' stands in actions.ts only",
    where: /^(?!.+\/actions\.ts$).+\.tsx?$/,
    bad: /^\s*["']use server["']/m,
  },
  {
    fault: "the only class is AppError",
    where: product,
    bad: /^(?:export )?class (?!AppError\b)/m,
  },
  {
    fault: "a function at the top level is a `function`",
    where: product,
    bad: /^(?:export )?(?:const|let) \w+(?:: [^=\n]+)? = (?:async )?(?:\([^()]*\)|\w+)(?:: [^=\n]+)? =>/m,
  },
  { fault: "time is an argument", where: pure, bad: /\bnew Date\(\)|\bDate\.now\(|\bDate\(\)/ },
  { fault: "a pure file does not throw dice", where: pure, bad: /\bMath\.random\(|\brandomUUID\(/ },
  {
    fault: "read with `select`, never `include`",
    where: /^lib\/.+\.ts$/,
    bad: /^\s*include: [{\w]/m,
  },
  {
    fault: "an import names its module in plain words, at a place the linter reads",
    where: product,
    bad: /\bimport\(\s*(?!["'])\S|\bimport\([^)]*\)\.[A-Z]/,
  },
  {
    fault: "the rules of the house have no exceptions",
    where: code,
    bad: /biome-ignore(?:-\w+)? lint(?:\/\w+)?(?:\/(?:noRestrictedImports|noImportCycles|noExplicitAny|noDefaultExport|noBarrelFile|noReExportAll|noProcessEnv|noExcessiveLinesPerFile|noSkippedTests))?[: ]/,
  },
  { fault: "types are checked", where: code, bad: /@ts-(?:nocheck|ignore)|\bas unknown as\b/ },
];

/** Faults of one file against the manners of the house; 250 lines where the linter does not count. */
export function ill({ path, text }: { path: string; text: string }): string[] {
  const faults = manners.filter(({ where, bad }) => where.test(path) && bad.test(text));
  const long = /^prisma\/schema\/|\.typ$/.test(path) && text.split("\n").length > 250;
  return [
    ...faults.map(({ fault }) => `${path}: ${fault}`),
    ...(long ? [`${path}: too long`] : []),
  ];
}
