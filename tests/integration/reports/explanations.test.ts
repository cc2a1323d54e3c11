import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PUT as explainOne } from "@/app/api/v1/reports/[id]/findings/[fingerprint]/explanation/route";
import { PUT as explainAll, GET as getFindings } from "@/app/api/v1/reports/[id]/findings/route";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { DELETE as settle } from "@/app/api/v1/reports/[id]/source/route";
import { db } from "@/lib/db";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { callApi, expectRefusal } from "@/tests/support/api";
import { act, actorOf, draftReport, pass, seedDistrict, tokenOf } from "@/tests/support/demo";

const tokens: Record<string, string> = {};
let id = "";
let year = 2008;

beforeAll(async () => {
  await seedDistrict();
  for (const person of ["clerk", "clerk2", "review1", "admin"]) {
    tokens[person] = await tokenOf(`sfj.${person}`);
  }
});

beforeEach(async () => {
  year += 1;
  id = await draftReport("sfj", year);
});

async function write(key: "applications" | "overview.applications", change: object) {
  const actor = await actorOf("sfj.clerk");
  const { versions } = await getReport(actor, id, new Date());
  const ifMatch = versions[key].version;
  const typed = change as { paragraphs: string[] };
  await saveSection(actor, { reportId: id, key, ifMatch, change: typed }, new Date());
}

/** The prose says 9 where the table says 5: a warning, P01. */
function sayNine(count = 9) {
  const paragraphs = [`全年新收政府信息公开申请${count}件，均在法定期限内答复。`];
  return write("overview.applications", { paragraphs });
}

interface Found {
  rule: string;
  tier: string;
  fingerprint: string;
  explanation: { reason: string; byName: string } | null;
}

async function findings(): Promise<Found[]> {
  const { body } = await callApi(getFindings, { token: tokens.clerk ?? "", params: { id } });
  return body.findings;
}

async function mismatch(): Promise<Found | undefined> {
  return (await findings()).find((finding) => finding.rule === "P01");
}

function explain(fingerprint: string, reason = "已核实，口径不同", person = "clerk") {
  return callApi(explainOne, {
    token: tokens[person] ?? "",
    method: "PUT",
    params: { id, fingerprint },
    body: { reason },
  });
}

const submit = () => act("sfj.clerk", id, { event: "submit" });

describe("an explanation", () => {
  test("is asked for before the submission, and lets it through", async () => {
    await sayNine();
    await expect(submit()).rejects.toMatchObject({
      code: "INVALID",
      reasons: [expect.stringContaining("需作说明")],
    });
    const found = await mismatch();
    expect((await explain(found?.fingerprint ?? "")).status).toBe(204);
    expect((await mismatch())?.explanation).toMatchObject({
      reason: "已核实，口径不同",
      byName: "马晓雯",
    });
    await submit();
  });

  test("lapses when its numbers change, and holds again when they come back", async () => {
    await sayNine();
    await explain((await mismatch())?.fingerprint ?? "");
    await sayNine(8);
    expect((await mismatch())?.explanation).toBeNull();
    await expect(submit()).rejects.toMatchObject({ code: "INVALID" });
    await sayNine();
    expect((await mismatch())?.explanation).not.toBeNull();
    await write("applications", { cells: { "received.business": 2, "granted.business": 2 } });
    expect((await mismatch())?.explanation).toBeNull();
  });

  test("outlives an edit elsewhere", async () => {
    await sayNine();
    await explain((await mismatch())?.fingerprint ?? "");
    const actor = await actorOf("sfj.clerk2");
    const { versions } = await getReport(actor, id, new Date());
    const change = { paragraphs: ["没有收取信息处理费，没有其他事项。"] };
    const ifMatch = versions.other.version;
    await saveSection(actor, { reportId: id, key: "other", ifMatch, change }, new Date());
    expect((await mismatch())?.explanation).not.toBeNull();
  });

  test("is replaced by a newer one, and the older stays on record", async () => {
    await sayNine();
    const fingerprint = (await mismatch())?.fingerprint ?? "";
    await explain(fingerprint, "第一次的说明");
    await explain(fingerprint, "第二次的说明", "clerk2");
    expect((await mismatch())?.explanation).toMatchObject({
      reason: "第二次的说明",
      byName: "丁志远",
    });
    expect(await db.explanation.count({ where: { reportId: id } })).toBe(2);
  });

  test("of several at once is one reason for each, and the same one twice is one", async () => {
    await sayNine();
    const warnings = (await findings()).filter((f) => f.tier === "warn");
    const names = warnings.map((f) => f.fingerprint);
    const sent = {
      token: tokens.clerk ?? "",
      method: "PUT",
      params: { id },
      body: { fingerprints: [...names, ...names], reason: "已核实无误" },
    };
    expect((await callApi(explainAll, sent)).status).toBe(204);
    expect(await db.explanation.count({ where: { reportId: id } })).toBe(names.length);
  });

  test("does not excuse what must be changed", async () => {
    await write("applications", { cells: { "received.business": 7 } });
    const block = (await findings()).find((f) => f.tier === "block");
    expectRefusal(await explain(block?.fingerprint ?? ""), 422);
    const mixed = {
      token: tokens.clerk ?? "",
      method: "PUT",
      params: { id },
      body: {
        fingerprints: (await findings()).map((f) => f.fingerprint),
        reason: "已核实无误",
      },
    };
    expectRefusal(await callApi(explainAll, mixed), 422);
    expect(await db.explanation.count({ where: { reportId: id } })).toBe(0);
  });

  test("is a drafter's, and only while the text may be edited", async () => {
    await sayNine();
    const fingerprint = (await mismatch())?.fingerprint ?? "";
    expectRefusal(await explain(fingerprint, "已核实无误", "review1"), 403);
    expectRefusal(await explain(fingerprint, "已核实无误", "admin"), 403);
    await explain(fingerprint);
    await submit();
    expectRefusal(await explain(fingerprint, "改口说明"), 409);
    for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
    expectRefusal(await explain(fingerprint, "改口说明"), 409);
  });
});

describe("采用计算值", () => {
  const body = "存在的主要问题及改进情况\n新的问题。\n六、其他需要报告的事项\n没有收取信息处理费。";
  const settleNow = (person = "clerk") =>
    callApi(settle, { token: tokens[person] ?? "", method: "DELETE", params: { id } });

  beforeEach(async () => {
    const sent = { token: tokens.clerk ?? "", method: "POST", params: { id }, body };
    await callApi(postImport, { ...sent, query: "?apply=true&confirm=true" });
  });

  test("takes the printed source out of the way of the rules, once", async () => {
    const against = async () => (await findings()).filter((f) => f.rule === "F03").length;
    expect(await against()).toBeGreaterThan(0);
    expectRefusal(await settleNow("review1"), 403);
    expectRefusal(await settleNow("admin"), 403);
    expect((await settleNow()).status).toBe(204);
    expect(await against()).toBe(0);
    expectRefusal(await settleNow(), 409);
  });

  test("is over when another text is imported", async () => {
    await settleNow();
    const sent = { token: tokens.clerk ?? "", method: "POST", params: { id }, body };
    await callApi(postImport, { ...sent, query: "?apply=true&confirm=true" });
    expect((await findings()).some((f) => f.rule === "F03")).toBe(true);
  });
});
