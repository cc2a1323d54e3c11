import { describe, expect, it } from "vitest";
import { type ExplainedFinding, submitBlocksOf } from "@/lib/reports/findings/rules";

function finding(tier: ExplainedFinding["tier"], isExplained = false): ExplainedFinding {
  return {
    rule: "T03",
    name: "表三勾稽关系不平",
    tier,
    section: "applications",
    message: "相差1",
    advice: "核对本列件数",
    certain: true,
    fingerprint: "T03:applications",
    explanation: isExplained
      ? { fingerprint: "T03:applications", reason: "已核实无误", byName: "马晓雯", at: "" }
      : null,
  };
}

describe("what stands against a submission", () => {
  it.each([
    ["a 必须修改, whatever is said about it", finding("block", true), 1],
    ["a 需作说明 without a word", finding("warn"), 1],
    ["not one that is explained", finding("warn", true), 0],
    ["not a 仅作提示", finding("hint"), 0],
  ])("%s", (_, one, blocks) => {
    expect(submitBlocksOf([one])).toHaveLength(blocks);
  });

  it("is said in whole sentences", () => {
    const said = submitBlocksOf([finding("block"), finding("warn")]);
    expect(said).toEqual([
      "必须修改：相差1。核对本列件数。",
      "需作说明：相差1。请改正，或者填写情况说明。",
    ]);
  });
});
