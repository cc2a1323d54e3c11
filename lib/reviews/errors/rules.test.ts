import { expect, test } from "vitest";
import { errorSum, proseLength, rateOf } from "@/lib/reviews/errors/rules";

test("errors of several 校 are added class by class", () => {
  const { errors, total } = errorSum([{ typo: 2, data: 1 }, {}, { typo: 1, other: 3 }]);
  expect(errors).toEqual({ typo: 3, data: 1, punctuation: 0, name: 0, wording: 0, other: 3 });
  expect(total).toBe(7);
});

test("the length is that of the prose, as offices count it", () => {
  const sections = { title: ["灋河 年报"], problems: ["一。", "二\u3000三。"] };
  expect(proseLength({ sections } as never)).toBe(4 + 2 + 3);
});

test.each([
  [2, 10_000, 2],
  [2, 1_500, 13.3],
  [0, 800, 0],
  [3, 0, null],
])("%i errors in %i characters are %s per 万字", (total, characters, rate) => {
  expect(rateOf(total, characters)).toBe(rate);
});
