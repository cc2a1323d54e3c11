import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiResult } from "@/components/reports/api-client";
import { createDraft } from "@/components/reports/saving/draft";
import { runChecks } from "@/lib/checks/evaluator";
import { format2021 } from "@/lib/format/2021";
import { applicantColumns, applicationRows } from "@/lib/format/2021-applications";
import { typedCells } from "@/lib/format/cells";
import { cellsOf, emptySections, type Sections } from "@/lib/format/content";
import type { Cells } from "@/lib/format/format";

interface Call {
  path: string;
  body: { cells?: Record<string, unknown>; paragraphs?: string[] };
  headers: Record<string, string>;
}

let calls: Call[];
let answer: () => ApiResult<unknown>;

function begin() {
  const call = async (_: string, path: string, body?: unknown, headers = {}) => {
    calls.push({ path, body: body as Call["body"], headers });
    return answer() as never;
  };
  const sections = emptySections(format2021);
  const versions = { applications: 3, title: 1 };
  return createDraft({
    reportId: "r",
    format: format2021,
    sections,
    versions,
    windowId: "w",
    call,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
  answer = () => ({ ok: true, data: { version: 4, hash: "" } });
});

afterEach(() => {
  vi.useRealTimers();
});

const table = format2021.tables.applications;

describe("the draft of a report", () => {
  it("saves what is legal and keeps what is not on the page, out of the request", async () => {
    const draft = begin();
    draft.typeCells("applications", { "received.naturalPerson": "６" });
    draft.typeCells("applications", { "received.business": "6件" });
    expect(draft.problem("applications", "received.business")).toContain("只能填写数字");
    await draft.flush();
    expect(calls).toMatchObject([
      {
        path: "/reports/r/sections/applications",
        body: { cells: { "received.naturalPerson": 6 }, base: { "received.naturalPerson": null } },
        headers: { "If-Match": '"3"', "Save-Order": "w 1" },
      },
    ]);
    expect(cellsOf(draft.sections(), "applications")["received.business"]).toBe("6件");
    expect(draft.saving()).toBe("unsaved");
    draft.typeCells("applications", { "received.business": "" });
    expect(draft.saving()).toBe("saved");
  });

  it("does not send prose with a character that cannot be stored", async () => {
    const draft = begin();
    draft.typeProse("title", "题\u0007目");
    expect(draft.problem("title", "paragraphs")).toContain("第 1 段");
    expect(await draft.flush()).toBe(false);
    expect(calls).toHaveLength(0);
  });

  it("reads what is stored out of a conflict, cells without the computed ones", async () => {
    const draft = begin();
    const cells = { "received.naturalPerson": 7, "received.total": 7 };
    const theirs = { kind: "table", cells, notes: [] };
    const extra = { theirs, places: ["received.naturalPerson"], version: 9 };
    answer = () => ({ ok: false, status: 409, code: "CONFLICT", reasons: ["冲突"], extra });
    draft.typeCells("applications", { "received.naturalPerson": "6" });
    expect(await draft.flush()).toBe(false);
    expect(draft.saveState("applications")).toMatchObject({
      conflict: { theirs: { cells: { "received.naturalPerson": 7 } }, version: 9 },
    });
    draft.resolve("applications", ["received.naturalPerson"]);
    expect(cellsOf(draft.sections(), "applications")["received.total"]).toBe(7);
    expect(draft.saving()).toBe("saved");
  });

  it("saves the notes under a table after its cells, and keeps illegal ones out", async () => {
    const draft = begin();
    draft.typeProse("applications", "说明一\n\n说明二");
    draft.typeCells("applications", { "received.naturalPerson": "6" });
    expect(draft.sections().applications).toMatchObject({ notes: ["说明一", "说明二"] });
    expect(await draft.flush()).toBe(true);
    expect(calls.map(({ body }) => body)).toEqual([
      { cells: { "received.naturalPerson": 6 }, base: { "received.naturalPerson": null } },
      { paragraphs: ["说明一", "说明二"], base: [] },
    ]);
    draft.typeProse("applications", "说\u0007明");
    draft.typeCells("applications", { "received.naturalPerson": "7" });
    expect(draft.stuck()).toBe("applications");
    expect(draft.problem("applications", "notes")).toContain("第 1 段");
    expect(await draft.flush()).toBe(false);
    expect(calls.slice(2).map(({ body }) => Object.keys(body.cells ?? {}))).toEqual([
      ["received.naturalPerson"],
    ]);
    draft.typeProse("applications", "说明");
    expect(await draft.flush()).toBe(true);
    expect(draft.stuck()).toBeNull();
  });

  it("keeps illegal notes and cells as they were typed, and puts both back", () => {
    const kept: unknown[] = [];
    const draft = begin();
    draft.observe({
      onKeep: (_, section) => kept.push(section),
      onStored: () => undefined,
      isKept: () => true,
    });
    draft.typeProse("applications", "说\u0007明");
    draft.typeCells("applications", { "received.business": "6件" });
    const illegal = { notes: "说\u0007明", "received.business": "6件" };
    expect(kept.at(-1)).toEqual({ text: null, illegal });
    const again = begin();
    expect(again.restore("applications", { text: null, illegal })).toBe(true);
    expect(again.sections().applications).toMatchObject({
      notes: ["说\u0007明"],
      cells: { "received.business": "6件" },
    });
    expect([...again.problemsOf("applications").keys()]).toEqual(["notes", "received.business"]);
  });

  it("shows both notes of a conflict, and takes the chosen ones", async () => {
    const draft = begin();
    const adopted: string[][] = [];
    draft.onAdopt("applications", (places) => adopted.push(places));
    const theirs = { kind: "table", cells: {}, notes: ["别人的"] };
    const extra = { theirs, places: ["notes"], version: 9 };
    answer = () => ({ ok: false, status: 409, code: "CONFLICT", reasons: ["冲突"], extra });
    draft.typeProse("applications", "我的");
    expect(await draft.flush()).toBe(false);
    expect(draft.stuck()).toBe("applications");
    expect(draft.saveState("applications")).toMatchObject({
      conflict: { places: ["notes"], theirs: { notes: ["别人的"] } },
    });
    draft.resolve("applications", ["notes"]);
    expect(draft.sections().applications).toMatchObject({ notes: ["别人的"] });
    expect(adopted).toEqual([["notes"]]);
    expect(draft.saving()).toBe("saved");
  });

  it("holds A1 and A2 whatever is typed in whatever order, and T03 stands where A3 does not", () => {
    const keys = typedCells(table).map(({ key }) => key);
    const zeros = Object.fromEntries(keys.map((key) => [key, "0"]));
    const raw = fc.oneof(
      fc.constantFrom("", "0", "６", "1,024", "6件", "-1", "1.5", "1e3"),
      fc.nat({ max: 3 }).map(String),
    );
    const typing = fc.array(fc.tuple(fc.constantFrom(...keys), raw), { maxLength: 60 });
    fc.assert(
      fc.property(typing, (acts) => {
        const draft = begin();
        draft.typeCells("applications", zeros);
        for (const [key, text] of acts) draft.typeCells("applications", { [key]: text });
        const cells = cellsOf(draft.sections(), "applications");
        for (const { key, sumOf } of table.cells) {
          if (sumOf) expect(cells[key]).toBe(sumOfNumbers(sumOf.map((part) => cells[part])));
        }
        expect(unbalanced(draft.sections())).toEqual(
          applicantColumns.map(({ key }) => key).filter((column) => isOut(cells, column)),
        );
      }),
      { numRuns: 50 },
    );
  });
});

function sumOfNumbers(parts: unknown[]): number | null {
  const numbers = parts.filter((part) => typeof part === "number");
  return numbers.length ? numbers.reduce((a, b) => a + b, 0) : null;
}

/** Whether a column is filled in and A3 does not hold, counted by hand. */
function isOut(cells: Cells, column: string): boolean {
  const typed = applicationRows.filter(({ key }) => key !== "concluded");
  const values = typed.map(({ key }) => cells[`${key}.${column}`]);
  if (!values.every((value) => typeof value === "number")) return false;
  const [received = 0, carriedIn = 0, ...rest] = values as number[];
  return received + carriedIn !== rest.reduce((a, b) => a + b, 0);
}

function unbalanced(sections: Sections): string[] {
  const identity = { format: "2021", bureau: "sfj", year: 2025, scope: "own" } as const;
  const register = { name: "司法局", shortNames: [], regionNames: [], mediaNames: [] };
  const rest = { format: format2021, register, lastYear: null, statement: null, source: null };
  return runChecks({ identity, sections, ...rest })
    .filter(({ rule }) => rule === "T03")
    .map(({ cell }) => cell?.split(".")[1] ?? "");
}
