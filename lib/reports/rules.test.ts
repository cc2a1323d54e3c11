import { describe, expect, it } from "vitest";
import {
  editableSections,
  nextReviewState,
  peopleMissing,
  returnedItems,
  reviewState,
} from "@/lib/reports/rules";
import {
  decision,
  factsOf,
  holdersOf,
  itemAt,
  planWith,
  roundOf,
  textHashes,
} from "@/tests/support/facts";

describe("which sections may be edited", () => {
  const all = Object.keys(textHashes);
  const returnOf = (...sections: string[]) =>
    decision("review2", "review2", {
      kind: "RETURN",
      hashes: textHashes,
      items: sections.map((section) => itemAt(section)),
    });
  const facts = { hashes: textHashes, findings: [], widenings: [] };

  it.each([
    ["DRAFT", ["problems"], all],
    ["RETURNED", ["problems"], ["problems"]],
    ["RETURNED", [], all],
    ["IN_REVIEW", ["problems"], []],
    ["APPROVED", [], []],
    ["SCHEDULED", [], []],
    ["IDLE", [], []],
  ] as const)("%s after a return of %j", (draft, returned, editable) => {
    const decisions = [returnOf(...returned)];
    expect(editableSections({ ...facts, draft, decisions })).toEqual(editable);
  });

  const returned = { ...facts, draft: "RETURNED" as const, decisions: [returnOf("problems")] };

  it.each([
    ["block", null, ["applications", "problems"]],
    ["warn", null, ["applications", "problems"]],
    ["warn", { reason: "已核实无误" }, ["problems"]],
    ["hint", null, ["problems"]],
  ] as const)(
    "a %s finding, explained by %j, in another section",
    (tier, explanation, editable) => {
      const findings = [{ section: "applications" as const, tier, explanation }];
      expect(editableSections({ ...returned, findings })).toEqual(editable);
    },
  );

  it("a section changed since the return stays open when its finding is gone", () => {
    const hashes = { ...textHashes, applications: "a2" };
    expect(editableSections({ ...returned, hashes })).toEqual(["applications", "problems"]);
  });

  it("a section that the drafter opened since the return, not before it", () => {
    const opened = { section: "title", reason: "同步修改。", byName: "clerk" };
    const at = (day: string) => [{ ...opened, at: `2026-0${day}T00:00:00.000Z` }];
    expect(editableSections({ ...returned, widenings: at("2-01") })).toEqual(["title", "problems"]);
    expect(editableSections({ ...returned, widenings: at("1-01") })).toEqual(["problems"]);
  });
});

describe("what was returned", () => {
  it("is what the newest return names, over all decisions of that act", () => {
    const old = decision("review1", "review1", { kind: "RETURN", items: [itemAt("title")] });
    const act = decision("review2", "review2", { kind: "RETURN", items: [itemAt("problems")] });
    const twin = { ...act, id: "twin", step: "proof2", items: [itemAt("other")] };
    const pass = decision("review3", "review3");
    const sections = returnedItems([old, act, twin, pass]).map((i) => i.section);
    expect(sections).toEqual(["problems", "other"]);
  });

  it("is nothing without a return", () => {
    expect(returnedItems([decision("review1", "review1")])).toEqual([]);
  });
});

describe("the plan", () => {
  const pinned = planWith({ restart: true });
  const round = roundOf({ no: 2, plan: pinned });

  it("of an open round is its own copy, whatever the bureau decides meanwhile", () => {
    const facts = factsOf({ draft: "IN_REVIEW", round, bureauPlan: planWith({}) });
    expect(reviewState(facts)?.plan).toBe(pinned);
    expect(reviewState(factsOf())).toBeNull();
  });

  it("of the next round stays while decisions stand under it, else it is the bureau's", () => {
    const facts = factsOf({ draft: "RETURNED", round, bureauPlan: planWith({}) });
    expect(nextReviewState(facts).plan).toBe(facts.bureauPlan);
    const decided = { ...facts, decisions: [decision("review1", "review1", { kind: "RETURN" })] };
    expect(nextReviewState(decided)).toMatchObject({ plan: pinned, roundNo: 3 });
  });
});

it("names each step that nobody can take", () => {
  const reasons = peopleMissing(factsOf({ holders: holdersOf("review1", "review2", "proof1") }));
  expect(reasons).toEqual([expect.stringContaining("“三审”没有合适的人")]);
});
