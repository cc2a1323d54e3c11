import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import {
  actsOf,
  clashOf,
  cursorAfter,
  decisionEntry,
  type EditRow,
  editEntries,
  type RevisionRow,
  readDownTo,
} from "@/lib/reports/history/rules";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 3, minute));

function edit(who: string, section: string, minute: number): EditRow {
  return { who, by: `id-${who}`, section, slot: at(minute - (minute % 15)), at: at(minute) };
}

function revision(no: number, minute: number, reason: RevisionRow["reason"], who = "甲") {
  const whose = { createdById: `id-${who}`, createdByName: who, createdAt: at(minute) };
  return { no, reason, name: "", contentHash: "", ...whose };
}

describe("what people saved", () => {
  const told = (rows: EditRow[], revisions: RevisionRow[]) =>
    editEntries(rows, revisions).map(({ at: newest, who, edits }) => [
      newest.getUTCMinutes(),
      who,
      edits.map(({ section }) => section),
    ]);

  it("is one entry per person between two 稿, however often they took turns", () => {
    const rows = [
      edit("甲", "other", 50),
      edit("乙", "problems", 40),
      edit("甲", "problems", 35),
      edit("甲", "problems", 20),
      edit("甲", "title", 10),
    ];
    const revisions = [revision(2, 30, "SUBMITTED"), revision(1, 15, "NAMED")];
    expect(told(rows, revisions)).toEqual([
      [50, "甲", ["other", "problems"]],
      [40, "乙", ["problems"]],
      [20, "甲", ["problems"]],
      [10, "甲", ["title"]],
    ]);
    expect(told(rows, [])).toEqual([
      [50, "甲", ["other", "problems", "problems", "title"]],
      [40, "乙", ["problems"]],
    ]);
  });

  it("stands as its 稿 alone where it was an import or a 恢复, unless it was written on", () => {
    const rows = [edit("甲", "other", 20), edit("甲", "title", 21), edit("乙", "title", 20)];
    expect(told(rows, [revision(1, 20, "IMPORTED")])).toEqual([
      [21, "甲", ["title"]],
      [20, "乙", ["title"]],
    ]);
  });
});

describe("one act", () => {
  const row = (step: string, minute: number, kind: "PASS" | "RETURN" = "PASS") => ({
    step,
    kind,
    actorName: "丙",
    forName: null,
    opinion: "",
    contentHash: "",
    at: at(minute),
    paperId: null,
    revision: { no: 1 },
    items: [{ section: step, cell: null, words: "改" }],
  });

  it("of several decisions is one entry with all steps and items", () => {
    const rows = [row("review2", 2), row("proof1", 1), row("review1", 1)];
    const labels = new Map([["review1", "一审"]]);
    const acts = actsOf(rows.map((decision) => decisionEntry(decision, labels)));
    expect(acts.map(({ steps, items }) => [steps, items.length])).toEqual([
      [["review2"], 1],
      [["一审", "proof1"], 2],
    ]);
  });
});

describe("a clash", () => {
  it("tells both texts of the places that clashed, and of no other", () => {
    const table = (received: object) => JSON.stringify({ cells: { received }, notes: ["注"] });
    const row = {
      id: "1",
      key: "applications",
      stored: table({ naturalPerson: 30, business: 1 }),
      refused: table({ naturalPerson: null, business: 2 }),
    };
    const place = "received.naturalPerson";
    expect(clashOf(format2021, { ...row, places: [place] })).toEqual({
      id: "1",
      section: "applications",
      places: [{ place, stored: "30", refused: null }],
    });
  });

  it.each([
    ["problems", "paragraphs", { paragraphs: ["甲"] }, { paragraphs: ["乙", "丙"] }],
    ["disputes", "notes", { cells: {}, notes: ["甲"] }, { cells: {}, notes: ["乙", "丙"] }],
  ])("in %s is told by its lines", (key, place, stored, refused) => {
    const texts = { stored: JSON.stringify(stored), refused: JSON.stringify(refused) };
    const clash = clashOf(format2021, { id: "1", key, places: [place], ...texts });
    expect(clash.places).toEqual([{ place, stored: "甲", refused: "乙\n丙" }]);
  });
});

describe("a page", () => {
  it("ends where the first of its kinds of rows was cut off", () => {
    const all = { at: [at(9), at(1)], limit: 3 };
    expect(readDownTo([all])).toBeNull();
    expect(readDownTo([all, { at: [at(8), at(4)], limit: 2 }])).toEqual(at(4));
    const cut = { at: [at(8), at(6)], limit: 2 };
    expect(readDownTo([{ at: [at(8), at(4)], limit: 2 }, cut, all])).toEqual(at(6));
  });

  it("is followed by one that begins with that very instant", () => {
    expect(cursorAfter(null)).toBeNull();
    expect(cursorAfter(at(4))).toBe("2026-01-05T03:04:00.001Z");
  });
});
