import { describe, expect, it } from "vitest";
import { dataWords } from "@/lib/audit/rules";

const hash = "3f2a91bc".padEnd(64, "0");

describe("the data of a fact in words", () => {
  it.each([
    [{}, []],
    [{ address: "192.0.2.1" }, ["来自 192.0.2.1"]],
    [{ address: null }, []],
    [{ year: 2025, scope: "own" }, ["2025 年度", "本机关"]],
    [
      { contentHash: hash, revision: 2, round: 1, steps: ["review1", "proof1"] },
      ["一审、一校", "第 1 次送审", "第 2 稿", "校验码 3F2A 91BC"],
    ],
    [{ steps: ["legal"], sections: ["problems"] }, ["legal", "退回 存在的主要问题及改进情况"]],
    [{ files: { "report.pdf": hash }, no: 1, label: "1.0" }, ["版本 1.0", "文件 report.pdf"]],
    [{ carriedOut: [3, 0, 0, 0, 0, 1] }, ["上年结转数 3、0、0、0、0、1"]],
    [{ chains: 2, rows: 7, faults: 0 }, ["核验 2 条链", "7 条记录", "未发现问题"]],
    [{ revision: 3, from: 1 }, ["第 3 稿", "恢复自第 1 稿"]],
    [{ revision: 3, section: "problems" }, ["第 3 稿", "恢复 存在的主要问题及改进情况"]],
    [{ unheard: { of: 1 } }, ['unheard {"of":1}']],
  ])("%j", (data, words) => expect(dataWords(JSON.stringify(data))).toEqual(words));

  it("shows what is no JSON as it stands", () => {
    expect(dataWords("{broken")).toEqual(["{broken"]);
  });
});
