import { describe, expect, it } from "vitest";
import { delegationState, type Lent, lendingProblems } from "@/lib/reviews/delegations/rules";

const now = new Date("2026-01-05T00:00:00Z");
const day = (n: number) => new Date(Date.UTC(2026, 0, n));

function lent(fromId: string, toId: string, from = 5, until = 9): Lent {
  return { fromId, fromName: fromId, toId, toName: toId, from: day(from), until: day(until) };
}

const members = [
  { userId: "甲", role: "REVIEWER" as const },
  { userId: "乙", role: "PROOFREADER" as const },
  { userId: "丙", role: "SUPERVISOR" as const },
  { userId: "丁", role: "DRAFTER" as const },
];

const problems = (one: Lent, known: Lent[] = [], byId = one.fromId) =>
  lendingProblems(one, { known, members, byId }, now);

describe("a new 代理", () => {
  it.each<[string, Lent, Lent[], string | null]>([
    ["who holds a role to somebody of the bureau", lent("甲", "丁"), [], null],
    ["in the past", lent("甲", "乙", 1, 5), [], "已经过去"],
    ["that ends before it begins", lent("甲", "乙", 9, 8), [], "结束时间要晚于开始时间"],
    ["to oneself", lent("甲", "甲"), [], "不能是本人"],
    ["of no role to judge", lent("丁", "甲"), [], "没有审核、校对或者报送审核的职责"],
    ["to a stranger", lent("甲", "戊"), [], "同一单位现在在职"],
    ["beside another deputy", lent("甲", "乙"), [lent("甲", "丙", 8, 12)], "已经由丙代理"],
    ["right after another deputy", lent("甲", "乙"), [lent("甲", "丙", 9, 12)], null],
    ["right before another deputy", lent("甲", "乙"), [lent("甲", "丙", 1, 5)], null],
    ["back to who lends", lent("甲", "乙"), [lent("乙", "甲", 8, 12)], "甲 → 乙 → 甲"],
    ["back at another time", lent("甲", "乙"), [lent("乙", "甲", 9, 12)], null],
    [
      "round over three",
      lent("甲", "乙"),
      [lent("乙", "丙"), lent("丙", "甲")],
      "甲 → 乙 → 丙 → 甲",
    ],
    [
      "never round at one moment",
      lent("甲", "乙"),
      [lent("乙", "丙", 5, 7), lent("丙", "甲", 7, 9)],
      null,
    ],
    ["in a chain without an end", lent("甲", "乙"), [lent("乙", "丙"), lent("丙", "丁")], null],
    ["beside a circle of others", lent("甲", "丁"), [lent("乙", "丙"), lent("丙", "乙")], null],
  ])("%s", (_, one, known, words) => {
    const [first = null, ...rest] = problems(one, known);
    expect(rest).toEqual([]);
    if (words === null) expect(first).toBeNull();
    else expect(first).toContain(words);
  });

  it("is not set by an administrator for himself", () => {
    expect(problems(lent("甲", "丁"), [], "丁")).toEqual([expect.stringContaining("把自己设为")]);
    expect(problems(lent("甲", "乙"), [], "丁")).toEqual([]);
  });

  it("tells everything that stands against it at once", () => {
    expect(problems(lent("丁", "戊", 3, 2))).toHaveLength(4);
  });
});

it.each([
  [4, null, "coming"],
  [5, null, "running"],
  [8, null, "running"],
  [9, null, "over"],
  [5, 5, "revoked"],
])("on day %s, revoked %s, it is %s", (at, revoked, state) => {
  const window = { from: day(5), until: day(9), revokedAt: revoked === null ? null : day(revoked) };
  expect(delegationState(window, day(at))).toBe(state);
});
