import { describe, expect, test } from "vitest";
import { rules, runChecks } from "@/lib/checks/evaluator";
import { format2021 } from "@/lib/format/2021";
import { emptySections } from "@/lib/format/content";
import {
  checkInput,
  printed,
  soundSections,
  withCells,
  withProse,
} from "@/tests/support/check-input";

test("every rule of the first families is there, once", () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(
    "F02 F03 F06 P01 P04 P09 T01 T02 T03 T04 T05 T06 T07 T10 T17 W01".split(" "),
  );
});

test("a sound report raises nothing", () => {
  expect(runChecks(checkInput())).toEqual([]);
});

test("an empty draft is asked for everything, and falls over nothing", () => {
  const found = runChecks(checkInput({ sections: emptySections(format2021) }));
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["F06", "P09", "T06"]));
});

test("必须修改 comes before 需作说明 before 仅作提示, each in printed order", () => {
  let sections = withCells(soundSections(), "applications", {
    "received.naturalPerson": 7,
    "carriedIn.business": 1,
  });
  sections = withProse(sections, "problems", "瀘河区司法局问题不多。");
  sections = withProse(sections, "overview.management");
  const lastYear = soundSections();
  const layout = [{ table: "disputes" as const, problem: "缺总计列" }];
  const found = runChecks(checkInput({ sections, lastYear, source: printed({ layout }) }));
  expect(found.map(({ rule, tier, section }) => `${tier} ${rule} ${section}`)).toEqual([
    "block F06 overview.management",
    "block T03 applications",
    "block T03 applications",
    "warn P01 overview.applications",
    "warn T07 applications",
    "warn F06 problems",
    "warn W01 problems",
    "hint T10 disputes",
  ]);
});

describe("fingerprints", () => {
  test("hold while a paragraph is put in above, and lapse with the numbers", () => {
    const text = "收到政府信息公开申请7件。";
    const of = (...paragraphs: string[]) => {
      const sections = withProse(soundSections(), "overview.applications", ...paragraphs);
      return runChecks(checkInput({ sections })).map(({ fingerprint }) => fingerprint);
    };
    expect(of(text)).toEqual(["P01:overview.applications:6:6:7"]);
    expect(of("申请渠道不变。", text)).toEqual(of(text));
    expect(of(text.replace("7", "8"))).not.toEqual(of(text));
    expect(of(text, text)).toEqual([of(text)[0], `${of(text)[0]}@2`]);
  });

  test("of long operands are short and still tell them apart", () => {
    const of = (end: string) => {
      const layout = [{ table: "proactive" as const, problem: `${"缺行".repeat(5000)}${end}` }];
      return runChecks(checkInput({ source: printed({ layout }) }))[0]?.fingerprint ?? "";
    };
    expect(of("甲").length).toBeLessThan(100);
    expect(of("甲")).not.toBe(of("乙"));
  });
});
