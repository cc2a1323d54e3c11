import { describe, expect, test } from "vitest";
import { importTable, never } from "@/tests/structure/import-table";
import { foreignToActions, imports } from "@/tests/structure/imports";
import { lint } from "@/tests/structure/linted";
import { sources } from "@/tests/structure/tree";

describe("the linter keeps the table of who may import what", () => {
  const files = Object.fromEntries(
    importTable.map(({ room, may, mayNot }) => {
      const all = [...may, ...mayNot, ...never];
      return [room, all.map((name) => `import "${name}";\n`).join("")];
    }),
  );
  const refused = lint(files).filter((fault) => fault.endsWith(" noRestrictedImports"));

  test.each(importTable)("$room", ({ room, may, mayNot }) => {
    const names = [...may, ...mayNot, ...never];
    const lines = refused
      .filter((fault) => fault.startsWith(`${room}:`))
      .map((fault) => Number(fault.slice(room.length + 1).split(" ")[0]));
    expect(lines.map((line) => names[line - 1]).sort()).toEqual([...mayNot, ...never].sort());
  });

  test("in whatever way an import is said", () => {
    const said = [
      'import fs from "node:fs";',
      'import type { Stats } from "node:fs";',
      'export { readFile } from "node:fs";',
      'export * from "node:fs";',
      'export const a = await import("node:fs");',
      'import c = require("node:fs");',
    ];
    const faults = lint({ "lib/reports/rules.ts": said.join("\n") });
    const lines = faults.filter((fault) => fault.endsWith(" noRestrictedImports"));
    expect(lines).toHaveLength(said.length);
  });

  test("scripts and tests may import everything, and no path goes up", () => {
    const text = 'import "node:fs";\nimport "@/app/page";\nimport "./near";\nimport "../far";\n';
    const free = ["scripts/a.mjs", "tests/e2e/a.ts", "lib/reports/rules.test.ts", "prisma/seed.ts"];
    const faults = lint(Object.fromEntries(free.map((path) => [path, text])));
    const expected = free.map((path) => `${path}:4 noRestrictedImports`);
    expect(faults.filter((fault) => fault.endsWith("Imports")).sort()).toEqual(expected.sort());
  });

  test("a cycle is found through aliases and types", () => {
    const faults = lint({
      "lib/reports/rules.ts": 'import type { A } from "@/lib/reviews/rules";\nexport type B = A;\n',
      "lib/reviews/rules.ts": 'import type { B } from "@/lib/reports/rules";\nexport type A = B;\n',
    });
    expect(faults.sort()).toEqual([
      "lib/reports/rules.ts:1 noImportCycles",
      "lib/reviews/rules.ts:1 noImportCycles",
    ]);
  });
});

describe("actions", () => {
  test("import their own commands and schema", () => {
    const actions = sources("lib").filter(({ path }) => path.endsWith("/actions.ts"));
    expect(actions.flatMap(foreignToActions)).toEqual([]);
  });

  test("are caught importing another's", () => {
    const text = [
      'import { action } from "@/lib/action";',
      'import { saveSection } from "@/lib/reports/sections/commands";',
      'import { saveInput } from "@/lib/reports/schema";',
    ].join("\n");
    expect(foreignToActions({ path: "lib/reports/sections/actions.ts", text })).toEqual([
      "lib/reports/sections/actions.ts: @/lib/reports/schema",
    ]);
  });

  test("whose imports are read", () => {
    expect(imports('import {\n  a,\n} from "x";\nimport "y";\nexport { b } from "z";')).toEqual([
      "x",
      "y",
      "z",
    ]);
  });
});
