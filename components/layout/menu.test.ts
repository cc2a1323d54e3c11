import { describe, expect, it } from "vitest";
import { menuFor } from "@/components/layout/menu";
import type { Role } from "@/prisma/generated/enums";

const keysFor = (...roles: Role[]) =>
  menuFor({ memberships: roles.map((role) => ({ role })) }).map((item) => item.key);

describe("the menu by role", () => {
  it.each<[Role[], string[]]>([
    [["DRAFTER"], ["desk", "reports", "reviews", "plans"]],
    [["REVIEWER"], ["desk", "reports", "reviews", "plans"]],
    [["PROOFREADER"], ["desk", "reports", "reviews", "plans"]],
    [["PUBLISHER"], ["desk", "reports", "reviews", "plans"]],
    [["AUDITOR"], ["desk", "audit"]],
    [["SUPERVISOR"], ["desk", "reviews", "plans"]],
    [["SYSTEM_ADMIN"], ["desk"]],
    [["SECURITY_ADMIN"], ["desk"]],
    [
      ["DRAFTER", "AUDITOR"],
      ["desk", "reports", "reviews", "plans", "audit"],
    ],
    [[], ["desk"]],
  ])("%j", (roles, keys) => expect(keysFor(...roles)).toEqual(keys));

  it("carries the count to its item alone", () => {
    const items = menuFor({ memberships: [{ role: "REVIEWER" }] }, { reviews: 3 });
    expect(items.map((item) => item.count)).toEqual([undefined, undefined, 3, undefined]);
  });
});
