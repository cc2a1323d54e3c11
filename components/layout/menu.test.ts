import { describe, expect, it } from "vitest";
import { menuFor } from "@/components/layout/menu";
import type { Role } from "@/prisma/generated/enums";

const keysFor = (...roles: Role[]) =>
  menuFor({ memberships: roles.map((role) => ({ role })) }).map((item) => item.key);

describe("the menu by role", () => {
  it.each<[Role[], string[]]>([
    [["DRAFTER"], ["desk", "reports", "reviews"]],
    [["REVIEWER"], ["desk", "reports", "reviews"]],
    [["PROOFREADER"], ["desk", "reports", "reviews"]],
    [["PUBLISHER"], ["desk", "reports", "reviews"]],
    [["AUDITOR"], ["desk", "audit"]],
    [["SUPERVISOR"], ["desk"]],
    [["SYSTEM_ADMIN"], ["desk"]],
    [["SECURITY_ADMIN"], ["desk"]],
    [
      ["DRAFTER", "AUDITOR"],
      ["desk", "reports", "reviews", "audit"],
    ],
    [[], ["desk"]],
  ])("%j", (roles, keys) => expect(keysFor(...roles)).toEqual(keys));

  it("carries the count to its item alone", () => {
    const items = menuFor({ memberships: [{ role: "REVIEWER" }] }, { reviews: 3 });
    expect(items.map((item) => item.count)).toEqual([undefined, undefined, 3]);
  });
});
