import { describe, expect, test } from "vitest";
import { ill } from "@/tests/structure/manners";
import { sources } from "@/tests/structure/tree";

test("every source file keeps the manners of the house", () => {
  const files = sources("app", "components", "lib", "prisma", "scripts", "tests").filter(
    // This folder quotes what is refused.
    ({ path }) => !path.startsWith("tests/structure/"),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(ill)).toEqual([]);
});

describe("the check of manners", () => {
  test.each([
    ["scripts/start.mjs", "// TODO later"],
    ["app/page.tsx", '"use client";\n'],
    ["lib/reports/rules.ts", '"use client";\n'],
    ["lib/reports/commands.ts", '"use server";\n'],
    ["app/page.tsx", 'function save() {\n  "use server";\n}'],
    ["lib/reports/rules.ts", "export class Report {}"],
    ["lib/reports/rules.ts", "export const isDue = (at: Date) => at > now;"],
    ["lib/reports/rules.ts", "const due = async (at: Date): Promise<Date> => at;"],
    ["components/ui/Button.tsx", "export const Button: FC<Props> = ({ a }) => a;"],
    ["lib/checks/totals.ts", "const now = new Date();"],
    ["lib/reports/sections/rules.ts", "return Date.now() > 0;"],
    ["lib/format/content.ts", "Math.random()"],
    ["lib/reports/queries.ts", "db.report.findMany({\n  include: { bureau: true } })"],
    ["lib/reports/queries.ts", "await import(name)"],
    ["lib/reports/queries.ts", 'type A = import("pg").Pool;'],
    ["lib/reports/rules.ts", "// biome-ignore lint/style/noRestrictedImports: only here"],
    ["lib/reports/rules.ts", "// biome-ignore-all lint: generated"],
    ["lib/reports/rules.ts", "// @ts-ignore"],
    ["lib/reports/rules.ts", "row as unknown as Report"],
    ["prisma/schema/reports.prisma", "\n".repeat(260)],
  ])("refuses in %s: %s", (path, text) => {
    expect(ill({ path, text })).toHaveLength(1);
  });

  test.each([
    ["components/ui/Tabs.tsx", '"use client";\n'],
    ["app/(workspace)/error.tsx", '"use client";\n'],
    ["lib/reports/actions.ts", '"use server";\n'],
    ["lib/errors.ts", "export class AppError extends Error {}"],
    ["lib/reports/rules.ts", "function isDue(now: Date) {\n  const late = () => now;\n}"],
    ["lib/reports/commands.ts", "const now = new Date();"],
    ["lib/reports/rules.ts", "new Date(text)"],
    ["components/ui/Row.tsx", "// biome-ignore lint/a11y/useSemanticElements: a grid of its own"],
  ])("accepts in %s: %s", (path, text) => {
    expect(ill({ path, text })).toEqual([]);
  });
});
