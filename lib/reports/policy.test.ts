import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { can, readableBureaus, visibleTo } from "@/lib/reports/policy";
import { actorNamed, people } from "@/tests/support/facts";

const report = { bureauId: "sfj" };

describe("what a role allows in its bureau", () => {
  it.each(people)("%s", (name) => {
    const actor = actorNamed(name);
    expect(can(actor, "draft", report)).toBe(name === "clerk" || name === "clerk2");
    expect(can(actor, "publish", report)).toBe(name === "admin");
  });

  it.each(people)("%s of another bureau, or of the installation: nothing", (name) => {
    for (const actor of [actorNamed(name, "jyj"), actorNamed(name, null)]) {
      expect(can(actor, "draft", report)).toBe(false);
      expect(can(actor, "publish", report)).toBe(false);
    }
  });
});

describe("the wall", () => {
  it("lets everybody see his own bureaus, each once", () => {
    expect(readableBureaus(actorNamed("both"))).toEqual(["sfj"]);
    const own = actorNamed("clerk");
    const second = actorNamed("review1", "jyj");
    const actor: Actor = { ...own, memberships: [...own.memberships, ...second.memberships] };
    expect(visibleTo(actor)).toEqual({ bureauId: { in: ["sfj", "jyj"] } });
  });

  it("shows no report to a role of the installation", () => {
    expect(visibleTo(actorNamed("admin", null))).toEqual({ bureauId: { in: [] } });
  });
});
