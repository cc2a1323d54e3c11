import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { emptySections } from "@/lib/format/content";
import { draftingView } from "@/lib/reports/drafting/rules";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import {
  actorNamed,
  decision,
  factsOf,
  holdersOf,
  itemAt,
  levelPassed,
  roundOf,
} from "@/tests/support/facts";

const now = new Date("2026-01-20T02:00:00Z");

function viewOf(name: string, changes: Parameters<typeof factsOf>[0] = {}) {
  const facts = factsOf(changes);
  const version = { version: 3, hash: "", origins: {} };
  const versions = Object.fromEntries(Object.keys(facts.hashes).map((key) => [key, version]));
  const record: ReportRecord = {
    ...facts,
    sections: emptySections(format2021),
    versions: versions as ReportRecord["versions"],
    lastYear: null,
    statement: null,
    source: null,
    unresolvedThreads: 0,
    returned: null,
    findings: [],
  };
  return draftingView(record, actorNamed(name), now);
}

describe("draftingView", () => {
  it("lets a drafter edit everything in 拟稿中, and a reviewer nothing", () => {
    const mine = viewOf("clerk");
    expect(mine.editable).toEqual(["title", "applications", "problems"]);
    expect(mine.holder).toBeNull();
    expect(mine.can).toMatchObject({ submit: true, recall: false, publish: false });
    const theirs = viewOf("review1");
    expect(theirs.editable).toEqual([]);
    expect(theirs.holder).toContain("clerk、clerk2");
    expect(theirs.can.submit).toBe(false);
  });

  it("is untouched until somebody writes or it was published, whatever was carried over", () => {
    expect(viewOf("clerk", { lastEditorId: null }).untouched).toBe(true);
    expect(viewOf("clerk", { lastEditorId: "clerk" }).untouched).toBe(false);
    expect(viewOf("clerk").origins.applications).toEqual({});
  });

  it("opens only what was returned, with the words", () => {
    const items = [itemAt("problems", { words: "请补充" })];
    const decisions = [decision("review1", "review1", { kind: "RETURN", items })];
    const view = viewOf("clerk", { draft: "RETURNED", round: roundOf(), decisions });
    expect(view.editable).toEqual(["problems"]);
    expect(view).toMatchObject({
      returned: [{ section: "problems", words: "请补充", errorLabel: null }],
      returnedBy: "review1",
    });
  });

  it("says who has it while it is reviewed; the submitter may take it back", () => {
    const view = viewOf("clerk", { draft: "IN_REVIEW", round: roundOf({ revisionNo: 7 }) });
    expect(view.holder).toMatch(/^第7稿正在审核，现在由.*review1.*“一审一校（初审）”/);
    expect(view.can).toMatchObject({ submit: false, recall: true });
    expect(viewOf("review1", { draft: "IN_REVIEW", round: roundOf() }).can.review).toBe(true);
  });

  it("names the people of each step without drafters, and levels that still stand", () => {
    const round = roundOf({ outcome: "RETURNED" });
    const decisions = [
      ...levelPassed(1, "review1"),
      decision("review2", "review2", { kind: "RETURN" }),
    ];
    const drafters = ["clerk", "both"];
    const { levels } = viewOf("clerk", { draft: "RETURNED", round, decisions, drafters });
    expect(levels.map(({ passed }) => passed)).toEqual([true, false, false]);
    expect(levels[1]?.steps).toEqual([
      { label: "二审", names: ["review2"] },
      { label: "二校", names: ["review2", "proof1"] },
    ]);
  });

  it("shows a level that nobody can take before the submission", () => {
    const view = viewOf("clerk", { holders: holdersOf("clerk", "review1", "review2") });
    expect(view.missing.join()).toContain("三审");
    expect(view.can.submit).toBe(true);
  });
});
