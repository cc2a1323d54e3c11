import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PUT as revoke } from "@/app/api/v1/delegations/[id]/revocation/route";
import { POST as create, GET as list } from "@/app/api/v1/delegations/route";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { delegate, revokeDelegation } from "@/lib/reviews/delegations/commands";
import { callApi } from "@/tests/support/api";
import { actorOf, seedDistrict, tokenOf } from "@/tests/support/demo";
import { endDelegations, hours, lend, userIds } from "@/tests/support/deputies";

let ids: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  ids = await userIds();
});

beforeEach(endDelegations);

describe("setting a deputy", () => {
  it("is for oneself, or the administrator's for who is away, who does not choose himself", async () => {
    const set = async (by: string, principal: string, deputy: string) => {
      const people = { principal: ids[principal] ?? "", deputy: ids[deputy] ?? "" };
      const input = { bureau: "sfj", ...people, reason: "病假", ...hours(0, 3) };
      return delegate(await actorOf(by), input, new Date());
    };
    await expect(set("sfj.review2", "sfj.review1", "sfj.both")).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(set("jyj.admin", "sfj.review1", "sfj.both")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(set("sfj.admin", "sfj.review1", "sfj.admin")).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(set("sfj.admin", "sfj.review1", "jyj.review1")).rejects.toMatchObject({
      reasons: [expect.stringContaining("同一单位")],
    });
    const id = await set("sfj.admin", "sfj.review1", "sfj.both");
    const told = await db.outboxItem.findFirst({ orderBy: { id: "desc" } });
    expect(told?.payload).toMatchObject({
      userIds: [ids["sfj.review1"], ids["sfj.both"]],
      text: "王秉文的审核工作由穆海峰代理，请查看起止时间。",
    });
    const revoking = revokeDelegation(await actorOf("sfj.both"), id, new Date());
    await expect(revoking).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = revokeDelegation(await actorOf("jyj.admin"), id, new Date());
    await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revokeDelegation(await actorOf("sfj.admin"), id, new Date());
    const again = revokeDelegation(await actorOf("sfj.admin"), id, new Date());
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is never backdated, and never in a circle, however fast two are", async () => {
    const made = await lend("sfj.review3", "sfj.proof1", hours(-5, 3));
    const { from, createdAt } = await db.delegation.findUniqueOrThrow({ where: { id: made } });
    expect(from).toEqual(createdAt);
    for (let i = 0; i < 10; i++) {
      const outcomes = await Promise.allSettled([
        lend("sfj.review1", "sfj.review2"),
        lend("sfj.review2", "sfj.review1"),
      ]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      await endDelegations();
    }
  });

  it("changes nothing but by revoking, whoever tries", async () => {
    const id = await lend("sfj.review1", "sfj.both");
    const later = new Date(Date.now() + 9 * 3_600_000);
    await expect(db.delegation.update({ where: { id }, data: { until: later } })).rejects.toThrow();
    await expect(db.delegation.delete({ where: { id } })).rejects.toThrow();
  });

  it("by the API answers as it is documented", async () => {
    const token = await tokenOf("sfj.review1");
    const body = { bureau: "sfj", deputy: ids["sfj.both"], reason: "出差", ...hours(0, 3) };
    const made = await callApi(create, { token, method: "POST", body });
    expect(made.status).toBe(201);
    answers.CreatedDelegation.parse(made.body);
    const listed = await callApi(list, { token });
    const { items, offers } = answers.Delegations.parse(listed.body);
    expect(items[0]).toMatchObject({ id: made.body.id, state: "running", canRevoke: true });
    expect(offers[0]?.principals).toEqual([{ id: ids["sfj.review1"], name: "王秉文" }]);
    const deputy = await callApi(list, { token: await tokenOf("sfj.both") });
    expect(deputy.body.items[0]).toMatchObject({ id: made.body.id, canRevoke: false });
    const stranger = await callApi(list, { token: await tokenOf("jyj.review1") });
    expect(stranger.body.items).toEqual([]);
    const again = await callApi(create, { token, method: "POST", body });
    expect(again.status).toBe(422);
    expect(again.body.reasons).toEqual([expect.stringContaining("已经由穆海峰代理")]);
    const params = { id: made.body.id };
    expect((await callApi(revoke, { token, method: "PUT", params })).status).toBe(204);
    expect((await callApi(revoke, { token, method: "PUT", params })).status).toBe(409);
  });
});
