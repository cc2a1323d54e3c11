import { describe, expect, test } from "vitest";
import { homelessComponents, misplaced } from "@/tests/structure/rooms";
import { projectFiles } from "@/tests/structure/tree";

describe("the layout", () => {
  test("every file stands in a room", () => {
    expect(misplaced(projectFiles())).toEqual([]);
  });

  test("domain components stand under a noun of lib", () => {
    expect(homelessComponents(projectFiles())).toEqual([]);
  });
});

describe("the check of the layout", () => {
  test.each([
    "lib/reports/commands.ts",
    "lib/reports/sections/rules.test.ts",
    "lib/format/2021-applications.ts",
    "components/reports/SectionForm.tsx",
    "app/(public)/reports/[bureau]/[year]/report.pdf/route.ts",
    "app/api/auth/[...nextauth]/route.ts",
    "app/api/v1/openapi.json/route.ts",
  ])("accepts %s", (path) => {
    expect(misplaced([path])).toEqual([]);
  });

  test.each([
    ["a stranger in a domain", "lib/reports/format-date.ts"],
    ["a domain that is none", "lib/things/commands.ts"],
    ["a noun below a sub-noun", "lib/reports/sections/cells/rules.ts"],
    ["a loose file in lib", "lib/dates.ts"],
    ["a vague file", "lib/format/utils.ts"],
    ["a vague sub-noun", "lib/reports/helpers/rules.ts"],
    ["a vague part of a name", "lib/auth/session-helpers.ts"],
    ["a service", "lib/jobs/mail-service.ts"],
    ["an index", "components/ui/index.ts"],
    ["a loose component", "components/Button.tsx"],
    ["a component in lower case", "components/ui/button.tsx"],
    ["a module in upper case", "components/ui/ButtonStyle.ts"],
    ["a component in a route", "app/(workspace)/desk/Table.tsx"],
    ["a private folder of a route", "app/_components/page.tsx"],
    ["camel case", "lib/auth/ownPath.ts"],
    ["a folder in upper case", "components/ui/Forms/Field.tsx"],
    ["a loose integration test", "tests/integration/submit.test.ts"],
    ["a note at the root", "NOTES.md"],
    ["a folder at the root", "src/page.tsx"],
  ])("refuses %s: %s", (_, path) => {
    expect(misplaced([path])).toEqual([path]);
  });

  test("refuses components of a noun that lib does not have", () => {
    const paths = ["lib/reports/rules.ts", "components/reports/A.tsx", "components/reviews/B.tsx"];
    expect(homelessComponents(paths)).toEqual(["reviews"]);
  });
});
