import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getTasks } from "@/app/api/v1/tasks/route";
import { db } from "@/lib/db";
import { canonical } from "@/lib/format/hash";
import { tasks } from "@/lib/openapi/task-answers";
import { getDesk } from "@/lib/reports/desk/queries";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import { getHistory } from "@/lib/reports/history/queries";
import { getReport } from "@/lib/reports/queries";
import { overrideOffer } from "@/lib/reviews/offers/rules";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { callApi } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  pass,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

let id = "";
let year = 2044;

/** The standard plan, which lets the head of the bureau pass by one rule. */
beforeAll(async () => {
  const bureaus = await seedDistrict();
  const definition = canonical({ ...standardPlan, overridable: ["distinctLevels"] });
  const version = { no: 1, definition, publishedAt: new Date() };
  const plan = await db.reviewPlan.create({
    data: { name: "可作例外", bureauId: bureaus.sfj ?? "", versions: { create: version } },
  });
  await db.bureau.update({ where: { id: bureaus.sfj ?? "" }, data: { planId: plan.id } });
});

beforeEach(async () => {
  id = await submittedReport("sfj", year);
  year += 1;
});

const except: EventInput = { event: "override", guard: "distinctLevels", reason: "只有一人在岗。" };

async function offerTo(account: string) {
  const actor = await actorOf(account);
  return overrideOffer(await getReport(actor, id, new Date()), actor);
}

async function made(): Promise<string> {
  await act("sfj.review3", id, except);
  const [mark] = (await offerTo("sfj.review3")).marks;
  return mark?.id ?? "";
}

describe("作例外处理", () => {
  test("by the named person lets one rule pass, and no other", async () => {
    await pass("sfj.both", id);
    const second = act("sfj.both", id, { event: "pass", checklist, steps: ["review2"] });
    await expect(second).rejects.toThrow("同一人不能承担两个层级");
    await made();
    await pass("sfj.both", id);
    const other = { ...except, guard: "notDrafter" };
    await expect(act("sfj.review3", id, other)).rejects.toThrow("没有（或者不再有）允许例外的规则");
  });

  test.each([
    ["another person", "sfj.review2", except, "您不是审核流程指定的人"],
    ["the drafter", "sfj.clerk", except, "您不是审核流程指定的人"],
    ["no reason", "sfj.review3", { ...except, reason: "" }, "请写明理由"],
    [
      "own work as the rule",
      "sfj.review3",
      { ...except, guard: "notDrafter" },
      "不是本流程允许例外的规则",
    ],
    [
      "a rule the plan keeps",
      "sfj.review3",
      { ...except, guard: "errorLimit" },
      "不是本流程允许例外的规则",
    ],
  ])("is refused with %s", async (_, account, input, words) => {
    await expect(act(account, id, input)).rejects.toThrow(words);
    expect(await db.override.count({ where: { reportId: id } })).toBe(0);
  });

  test("is offered to whom it is allowed, once", async () => {
    expect((await offerTo("sfj.review3")).guards).toEqual([
      { key: "distinctLevels", label: "同一人承担两个层级" },
    ]);
    expect((await offerTo("sfj.review1")).guards).toEqual([]);
    await made();
    expect((await offerTo("sfj.review3")).guards).toEqual([]);
  });

  test("wants the version that was seen", async () => {
    const actor = await actorOf("sfj.review3");
    const now = new Date();
    await expect(performEvent(actor, id, except, now)).rejects.toThrow("缺少 version");
    await expect(performEvent(actor, id, { ...except, version: 1 }, now)).rejects.toThrow("刷新");
  });
});

describe("确认例外", () => {
  test("waits on the desks of those who may, and of nobody else, until one did", async () => {
    const override = await made();
    const waiting = async (account: string) =>
      (await getDesk(await actorOf(account), new Date())).confirming
        .filter((report) => report.id === id)
        .flatMap(({ overrides }) => overrides.map((mark) => mark.label));
    expect(await waiting("sfj.review1")).toEqual(["同一人承担两个层级"]);
    expect(await waiting("sfj.admin")).toEqual(["同一人承担两个层级"]);
    for (const account of ["sfj.review3", "sfj.clerk", "jyj.review1"]) {
      expect(await waiting(account), account).toEqual([]);
    }
    const listed = await callApi(getTasks, { token: await tokenOf("sfj.admin") });
    const mine = tasks.parse(listed.body).confirming.find((report) => report.id === id);
    expect(mine?.overrides).toMatchObject([{ id: override, reason: "只有一人在岗。" }]);
    await act("sfj.admin", id, { event: "confirm", override });
    expect(await waiting("sfj.review1")).toEqual([]);
    expect((await offerTo("sfj.clerk")).marks).toMatchObject([{ canConfirm: false, id: override }]);
    const again = act("sfj.review1", id, { event: "confirm", override });
    await expect(again).rejects.toThrow("没有等待确认的例外");
  });

  test.each([
    ["who made it", "sfj.review3", "要由另外的人确认"],
    ["the drafter", "sfj.clerk", "只有本单位的审核人或者发布管理员"],
  ])("is not for %s", async (_, account, words) => {
    const override = await made();
    await expect(act(account, id, { event: "confirm", override })).rejects.toThrow(words);
    expect((await offerTo(account)).marks).toMatchObject([{ canConfirm: false }]);
  });

  test("both stand in the history, and the mark while nobody confirmed", async () => {
    const override = await made();
    const entries = async () =>
      (await getHistory(await actorOf("sfj.clerk"), id)).items
        .filter(({ kind }) => kind === "overridden" || kind === "override-confirmed")
        .map(({ kind, words }) => [kind, words]);
    const before = "例外：同一人承担两个层级（等待第二人确认）。只有一人在岗。";
    expect(await entries()).toEqual([["overridden", before]]);
    await act("sfj.review2", id, { event: "confirm", override });
    expect(await entries()).toEqual([
      ["override-confirmed", "例外：同一人承担两个层级"],
      ["overridden", "例外：同一人承担两个层级。只有一人在岗。"],
    ]);
  });
});
