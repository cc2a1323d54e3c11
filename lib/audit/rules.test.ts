import { describe, expect, it } from "vitest";
import { dataWords } from "@/lib/audit/rules";

const hash = "3f2a91bc".padEnd(64, "0");

describe("the data of a fact in words", () => {
  const id = "3f2a91bc-0000-7000-8000-000000000000";
  it.each([
    ["sign-in", {}, []],
    ["sign-in", { address: "192.0.2.1" }, ["来自 192.0.2.1"]],
    ["sign-in", { address: null }, []],
    ["report-created", { year: 2025, scope: "own" }, ["2025 年度", "本机关"]],
    [
      "passed",
      { contentHash: hash, revision: 2, round: 1, steps: ["review1", "proof1"], for: ["张三"] },
      ["一审、一校", "代 张三", "第 1 次送审", "第 2 稿", "校验码 3F2A 91BC"],
    ],
    [
      "returned",
      { steps: ["legal"], sections: ["problems"] },
      ["legal", "退回 存在的主要问题及改进情况"],
    ],
    ["returned", { steps: ["review1"], sections: [] }, ["一审"]],
    [
      "amended",
      { steps: ["review2"], sections: ["problems", "other"], before: hash },
      ["二审", "改动 存在的主要问题及改进情况、其他需要报告的事项", "改前校验码 3F2A 91BC"],
    ],
    [
      "widened",
      { section: "problems", reason: "连带修改" },
      ["增加 存在的主要问题及改进情况", "理由：连带修改"],
    ],
    ["answered", { item: id, kind: "DONE" }, ["已修改"]],
    ["answered", { item: id, kind: "EXPLAINED" }, ["说明情况"]],
    [
      "handed-over",
      { round: 1, steps: [{ step: "review1", fromId: null, toId: id }], to: ["张三"] },
      ["一审", "第 1 次送审", "移交给 张三"],
    ],
    ["handed-over", { steps: [{ step: "review1", toId: null }], to: [] }, ["一审", "交还"]],
    [
      "claimed",
      { round: 1, steps: [{ step: "proof1", fromId: null, toId: id }] },
      ["一校", "第 1 次送审"],
    ],
    [
      "delegated",
      {
        of: "张三",
        deputy: "李四",
        from: "2026-01-05T06:03:00.000Z",
        until: "2026-01-07T16:00:00.000Z",
        reason: "出差",
      },
      ["自 2026-01-05 14:03", "理由：出差", "代 张三", "代理人 李四", "至 2026-01-08 00:00 前"],
    ],
    ["delegation-revoked", { of: "张三", deputy: "李四" }, ["代 张三", "代理人 李四"]],
    [
      "overridden",
      { override: id, guard: "distinctLevels", reason: "人员不足" },
      ["规则：同一人承担两个层级", "理由：人员不足"],
    ],
    ["override-confirmed", { override: id, guard: "lastEditor" }, ["规则：最后修改人自己发布"]],
    [
      "approved",
      { round: 2, revision: 3, contentHash: hash },
      ["第 2 次送审", "第 3 稿", "校验码 3F2A 91BC"],
    ],
    [
      "published",
      { files: { "report.pdf": hash }, no: 1, label: "1.0" },
      ["版本 1.0", "文件 report.pdf"],
    ],
    ["carry-over-stated", { carriedOut: [3, 0, 0, 0, 0, 1] }, ["上年结转数 3、0、0、0、0、1"]],
    [
      "audit-verified",
      { chains: 2, rows: 7, faults: 0 },
      ["核验 2 条链", "7 条记录", "未发现问题"],
    ],
    ["revision-restored", { revision: 3, from: 1 }, ["第 3 稿", "恢复自第 1 稿"]],
    [
      "revision-restored",
      { revision: 3, section: "problems" },
      ["第 3 稿", "恢复 存在的主要问题及改进情况"],
    ],
    ["constructor", { section: "problems" }, ["存在的主要问题及改进情况"]],
    ["passed", { unheard: { of: 1 } }, ['unheard {"of":1}']],
  ])("%s %j", (type, data, words) => {
    expect(dataWords(type, JSON.stringify(data))).toEqual(words);
  });

  it("shows what is no JSON as it stands", () => {
    expect(dataWords("passed", "{broken")).toEqual(["{broken"]);
  });
});
