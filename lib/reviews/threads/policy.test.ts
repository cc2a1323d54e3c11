import { expect, test } from "vitest";
import { canResolve, canTalk } from "@/lib/reviews/threads/policy";
import { actorNamed } from "@/tests/support/facts";

const report = { bureauId: "sfj" };

test.each([
  ["clerk", true, true, false],
  ["review1", true, true, true],
  ["proof1", true, true, true],
  ["admin", false, false, false],
])("%s: may talk, resolve an own thread, resolve another's", (name, talk, own, others) => {
  const actor = actorNamed(name);
  expect(canTalk(actor, report)).toBe(talk);
  expect(canResolve(actor, report, { openedById: name })).toBe(own);
  expect(canResolve(actor, report, { openedById: "somebody" })).toBe(others);
});

test("nobody of another bureau", () => {
  for (const name of ["clerk", "review1", "proof1"]) {
    const actor = actorNamed(name, "jyj");
    expect(canTalk(actor, report)).toBe(false);
    expect(canResolve(actor, report, { openedById: name })).toBe(false);
  }
});
