import { describe, expect, test } from "vitest";
import { lint } from "@/tests/structure/linted";

function lines(count: number, line = "export {};"): string {
  return `${line}\n`.repeat(count);
}

describe("the linter refuses", () => {
  test.each([
    ["any", "lib/reports/rules.ts", "export function f(a: any) {\n  return a;\n}", "noExplicitAny"],
    ["as any", "tests/e2e/a.spec.ts", "export const a = 1 as any;", "noExplicitAny"],
    ["a default export", "lib/reports/rules.ts", "export default 1;", "noDefaultExport"],
    ["a default export beside a page", "app/title.ts", "export default 1;", "noDefaultExport"],
    ["a barrel", "lib/errors.ts", 'export { a } from "./a";', "noBarrelFile"],
    ["a barrel of everything", "lib/errors.ts", 'export * from "./a";', "noReExportAll"],
    ["require", "lib/errors.ts", 'export const a = require("pg");', "noCommonJs"],
    ["the environment", "lib/db.ts", "export const a = process.env.PORT;", "noProcessEnv"],
    ["the console", "lib/db.ts", "console.log(1);", "noConsole"],
    ["!", "lib/db.ts", "export const a = [1].at(0)!;", "noNonNullAssertion"],
    ["251 lines", "lib/format/2021.ts", lines(251), "noExcessiveLinesPerFile"],
    [
      "251 lines of style",
      "app/globals.css",
      lines(251, "a { top: 0; }"),
      "noExcessiveLinesPerFile",
    ],
    ["61 lines of page", "app/page.tsx", lines(61), "noExcessiveLinesPerFile"],
    ["camel case", "lib/auth/ownPath.ts", "", "useFilenamingConvention"],
    ["PascalCase outside components", "lib/auth/Own.ts", "", "useFilenamingConvention"],
    ["snake case", "components/ui/own_path.ts", "", "useFilenamingConvention"],
    ["a focused test", "tests/e2e/a.spec.ts", "test.only('a', () => {});", "noFocusedTests"],
    ["a skipped test", "lib/errors.test.ts", "test.skip('a', () => {});", "noSkippedTests"],
    ["an image without words", "components/ui/A.tsx", "export const a = <img />;", "useAltText"],
    [
      "a button without type",
      "components/ui/A.tsx",
      "export const a = <button />;",
      "useButtonType",
    ],
  ])("%s in %s", (_, path, text, rule) => {
    expect(lint({ [path]: text })).toContainEqual(expect.stringMatching(`^${path}.* ${rule}$`));
  });
});

test("the linter accepts what the tools insist on", () => {
  const page = "export default function Page() {\n  return null;\n}\n";
  expect(
    lint({
      "app/(public)/reports/[bureau]/page.tsx": page,
      "app/layout.tsx": page,
      "app/error.tsx": page,
      "components/ui/LinkButton.tsx": "export const a = 1;\n",
      "components/ui/tone.ts": "export const a = 1;\n",
      "next.config.ts": "export default {};\n",
      "lib/env.ts": "export const port = process.env.PORT;\n",
      "lib/format/2021.ts": lines(250),
      "scripts/start.mjs": "console.log(process.env.PORT);\n",
    }),
  ).toEqual([]);
});
