import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { withTotals } from "@/lib/format/cells";
import type { Cells } from "@/lib/format/format";
import { mergeCells, mergeNotes, mergeParagraphs, withPlaces } from "@/lib/reports/sections/rules";
import type { TableChange } from "@/lib/reports/sections/schema";

const table = format2021.tables.applications;
const person = "received.naturalPerson";
const business = "received.business";

function stored(typed: Cells) {
  return { kind: "table" as const, cells: withTotals(table, typed), notes: ["注"] };
}

function merge(typed: Cells, change: TableChange, behind = false) {
  return mergeCells(table, stored(typed), change, behind);
}

describe("cells", () => {
  it("are normalised, the rest stays, and totals follow", () => {
    const merged = merge({ [business]: 2 }, { cells: { [person]: "１,024" } });
    expect(merged).toMatchObject({
      kind: "merged",
      changed: [person],
      content: { notes: ["注"], cells: { [person]: 1024, [business]: 2, "received.total": 1026 } },
    });
  });

  it("are blanked by null and by nothing, and that is a change", () => {
    for (const blank of [null, "", "　"]) {
      const merged = merge({ [person]: 6 }, { cells: { [person]: blank } });
      expect(merged).toMatchObject({
        changed: [person],
        content: { cells: { [person]: null, "received.total": null } },
      });
    }
  });

  it("that are what they were are no change", () => {
    expect(merge({ [person]: 6 }, { cells: { [person]: "６" } })).toMatchObject({ changed: [] });
  });

  it("are refused all at once, each by its name", () => {
    const merged = merge(
      {},
      {
        cells: {
          [person]: "6件",
          [business]: -1,
          "received.total": 6,
          constructor: 1,
          "granted.research": 1.5,
          "granted.charity": 3,
        },
      },
    );
    expect(merged).toEqual({
      kind: "illegal",
      reasons: [
        "表三「一、本年新收政府信息公开申请数量」行「自然人」列：只能填写数字，不带单位和文字。",
        "表三「一、本年新收政府信息公开申请数量」行「商业企业」列：件数不能是负数。",
        "表三「一、本年新收政府信息公开申请数量」行「总计」列由系统计算，不能填写。",
        "表三没有单元格“constructor”。",
        "表三「（一）予以公开」行「科研机构」列：件数必须是整数。",
      ],
    });
  });

  it("of a base are held to the same, so that a wrong base is no way round", () => {
    const change = { cells: { [person]: 1 }, base: { [person]: "六" } };
    expect(merge({}, change, true).kind).toBe("illegal");
  });
});

describe("cells from behind", () => {
  const change = (base?: Cells): TableChange => ({
    cells: { [person]: 7, [business]: 3 },
    ...(base && { base }),
  });

  it.each([
    ["are taken where nobody touched them", { [person]: 6 }, { [person]: 6, [business]: null }, []],
    ["clash where somebody did", { [person]: 8 }, { [person]: 6, [business]: null }, [person]],
    [
      "clash on both",
      { [person]: 8, [business]: 1 },
      { [person]: 6, [business]: 2 },
      [person, business],
    ],
    ["are taken where the same is wanted", { [person]: 7 }, { [person]: 6, [business]: null }, []],
    ["clash without a base", { [person]: 6 }, undefined, [person, business]],
    ["clash where the base is silent", { [person]: 6 }, { [person]: 6 }, [business]],
    [
      "blank is not zero",
      { [person]: 6, [business]: 0 },
      { [person]: 6, [business]: null },
      [business],
    ],
  ])("%s", (_, now: Cells, base: Cells | undefined, places: string[]) => {
    const merged = merge(now, change(base), true);
    const content = { cells: { [person]: 7, [business]: 3, "received.total": 10 } };
    if (!places.length) expect(merged).toMatchObject({ kind: "merged", content });
    else expect(merged).toMatchObject({ kind: "conflict", places, refused: content });
  });

  it("up to date, the base is not asked", () => {
    expect(merge({ [person]: 8 }, change({ [person]: 6 })).kind).toBe("merged");
  });
});

describe("paragraphs", () => {
  const taken = (current: string[], wanted: string[], base?: string[], behind = true) => {
    const merged = mergeParagraphs(current, { paragraphs: wanted, ...(base && { base }) }, behind);
    if (merged.kind !== "merged") return merged.kind;
    return merged.content.kind === "prose" && merged.content.paragraphs;
  };

  it("up to date, are taken as they are but for blank ones", () => {
    expect(taken(["一"], [" 甲 ", "　", "乙"], undefined, false)).toEqual([" 甲 ", "乙"]);
  });

  it("from behind, both people's paragraphs are kept", () => {
    const base = ["一", "二", "三"];
    expect(taken(["一改", "二", "三"], ["一", "二", "三", "四"], base)).toEqual([
      "一改",
      "二",
      "三",
      "四",
    ]);
    expect(taken(["一", "三"], ["一", "二", "三改"], base)).toBe("conflict");
    expect(taken(["甲", "一", "二", "三"], ["一", "三"], base)).toEqual(["甲", "一", "三"]);
  });

  it("from behind, one paragraph changed by both is a conflict, unless changed alike", () => {
    expect(taken(["甲"], ["乙"], ["一"])).toBe("conflict");
    expect(taken(["甲"], ["甲"], ["一"])).toEqual(["甲"]);
    expect(taken(["甲"], ["乙"])).toBe("conflict");
    expect(taken(["一"], ["乙"], ["一"])).toEqual(["乙"]);
    expect(taken([], ["乙"], ["一"])).toBe("conflict");
  });

  it("from behind, neighbours changed by two people are both taken", () => {
    const base = ["一", "二", "三"];
    expect(taken(["一改", "二", "三"], ["一", "二改", "三"], base)).toEqual(["一改", "二改", "三"]);
    expect(taken(["一", "二改", "三改"], ["一改", "二", "三"], base)).toEqual([
      "一改",
      "二改",
      "三改",
    ]);
    expect(taken(["一改", "二改", "三"], ["一", "二改", "三改"], base)).toEqual([
      "一改",
      "二改",
      "三改",
    ]);
    // A new paragraph right beside one that the other person changed.
    expect(taken(["一", "二", "三改"], ["一", "二", "三", "四"], base)).toEqual([
      "一",
      "二",
      "三改",
      "四",
    ]);
    expect(taken(["零", "一", "二", "三"], ["一改", "二", "三"], base)).toEqual([
      "零",
      "一改",
      "二",
      "三",
    ]);
  });

  it("from behind, what cannot be told apart is a conflict", () => {
    expect(taken(["一改", "二"], ["一改过", "二改"], ["一", "二"])).toBe("conflict");
    expect(taken(["二改"], ["一改", "二"], ["一", "二"])).toBe("conflict");
    expect(taken(["一改", "新", "二"], ["一", "二改", "二"], ["一", "二"])).toBe("conflict");
  });

  it("a merge loses no paragraph that either person added", () => {
    const text = fc.array(fc.constantFrom("一", "二", "三", "四"), { maxLength: 5 });
    const edit = fc.record({ at: fc.nat(5), words: fc.constantFrom("甲", "乙") });
    const insert = (base: string[], { at, words }: { at: number; words: string }) =>
      base.toSpliced(Math.min(at, base.length), 0, words);
    fc.assert(
      fc.property(text, edit, edit, (base, a, b) => {
        const [mine, theirs] = [insert(base, { ...a, words: "我" }), insert(base, b)];
        const result = taken(theirs, mine, base);
        if (result === "conflict") return;
        expect(result).toContain("我");
        expect(result).toContain(b.words);
        expect(result).toHaveLength(base.length + 2);
      }),
    );
  });
});

describe("the notes under a table", () => {
  const noted = (now: string[], wanted: string[], base?: string[], behind = true) => {
    const present = { ...stored({ [person]: 6 }), notes: now };
    return mergeNotes(present, { paragraphs: wanted, ...(base && { base }) }, behind);
  };

  it("are paragraphs beside cells that stay", () => {
    expect(noted(["注"], ["说明", "　"], undefined, false)).toEqual({
      kind: "merged",
      content: { ...stored({ [person]: 6 }), notes: ["说明"] },
      changed: ["notes"],
    });
    expect(noted(["甲改", "乙"], ["甲", "乙", "丙"], ["甲", "乙"])).toMatchObject({
      content: { notes: ["甲改", "乙", "丙"] },
    });
  });

  it("changed by both are a conflict under their own name", () => {
    expect(noted(["甲"], ["乙", " "], ["注"])).toEqual({
      kind: "conflict",
      places: ["notes"],
      refused: { ...stored({ [person]: 6 }), notes: ["乙"] },
    });
  });
});

describe("places of another text", () => {
  const table = (typed: Cells, notes: string[]) => ({
    kind: "table" as const,
    cells: withTotals(format2021.tables.disputes, typed),
    notes,
  });
  const [upheld, other] = ["reconsideration.upheld", "reconsideration.other"];
  const present = table({ [upheld]: 1, [other]: 2 }, ["今"]);
  const old = table({ [upheld]: 5, [other]: 7 }, ["昔"]);
  const back = (places: string[] | null) =>
    withPlaces(format2021, "disputes", present, { content: old, places });

  it("are the whole section without a list", () => {
    expect(back(null)).toEqual(old);
  });

  it("are taken alone, with their totals", () => {
    const cells = { [upheld]: 5, [other]: 2, "reconsideration.total": 7 };
    expect(back([upheld])).toMatchObject({ cells, notes: ["今"] });
    expect(back(["notes"])).toEqual({ ...present, notes: ["昔"] });
  });
});
