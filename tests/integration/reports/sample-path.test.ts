import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { PUT as explain, GET as getFindings } from "@/app/api/v1/reports/[id]/findings/route";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { PATCH as patchSection } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { POST as createReport } from "@/app/api/v1/reports/route";
import { GET as getTasks } from "@/app/api/v1/tasks/route";
import { format2021 } from "@/lib/format/2021";
import { flattenCells } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";
import { callApi } from "@/tests/support/api";
import { checklist, seedDistrict, tokenOf } from "@/tests/support/demo";
import { areSamplesHere } from "@/tests/support/samples";

const sample = "../shared/samples/灋河-2025";
const tokens: Record<string, string> = {};
let id = "";

beforeAll(async () => {
  await seedDistrict();
  const people = ["clerk", "clerk2", "review1", "review2", "review3", "both", "admin"];
  for (const person of people) tokens[person] = await tokenOf(`sfj.${person}`);
  tokens.stranger = await tokenOf("jyj.review1");
});

const token = (person: string) => tokens[person] ?? "";

async function read(person = "clerk") {
  return (await callApi(getReport, { token: token(person), params: { id } })).body;
}

async function event(person: string, input: Record<string, unknown>, version?: number) {
  const body = { version: version ?? (await read()).version, ...input };
  return callApi(postEvent, { token: token(person), method: "POST", params: { id }, body });
}

async function setCell(key: string, cell: string, value: unknown) {
  const { sections } = await read();
  return callApi(patchSection, {
    token: token("clerk"),
    method: "PATCH",
    params: { id, key },
    headers: { "if-match": `"${sections[key].version}"` },
    body: { cells: { [cell]: value } },
  });
}

describe.skipIf(!areSamplesHere)("灋河-2025 through the API (needs ../shared/samples)", () => {
  test("is imported with exactly the 200 published values", async () => {
    const created = await callApi(createReport, {
      token: token("clerk"),
      method: "POST",
      body: { bureau: "sfj", year: 2025 },
    });
    expect(created.status).toBe(201);
    id = created.body.id;
    const body = readFileSync(`${sample}.txt`, "utf8");
    const imported = await callApi(postImport, {
      token: token("clerk"),
      method: "POST",
      params: { id },
      query: "?apply=true",
      body,
    });
    expect(imported.status).toBe(200);
    const truth = JSON.parse(readFileSync(`${sample}.json`, "utf8"));
    expect(imported.body.content.tables).toEqual(truth.tables);
    const report = await read();
    let values = 0;
    for (const key of ["proactive", "applications", "disputes"] as TableKey[]) {
      const cells = flattenCells(format2021, key, truth.tables[key]);
      expect(report.sections[key].cells).toEqual(cells);
      values += Object.keys(cells).length;
    }
    expect(values).toBe(200);
  });

  test("shows the misspelt organ name, and explained warnings do not stand in the way", async () => {
    const { body } = await callApi(getFindings, { token: token("clerk"), params: { id } });
    const names = body.findings.filter((f: { rule: string }) => f.rule === "W01");
    expect(names).toHaveLength(1);
    expect(names[0]).toMatchObject({ tier: "warn", section: "problems", actual: "瀘河区司法局" });
    const warnings = body.findings.filter((f: { tier: string }) => f.tier === "warn");
    const fingerprints = warnings.map((f: { fingerprint: string }) => f.fingerprint);
    const explained = await callApi(explain, {
      token: token("clerk"),
      method: "PUT",
      params: { id },
      body: { fingerprints, reason: "已核实无误" },
    });
    expect(explained.status).toBe(204);
  });

  test("a value that breaks the balance stops the submission, naming both sides", async () => {
    expect((await setCell("applications", "received.naturalPerson", 7)).status).toBe(200);
    const refused = await event("clerk", { event: "submit" });
    expect(refused.status).toBe(422);
    const reason = refused.body.reasons.find((text: string) => text.includes("勾稽"));
    for (const part of ["表三", "自然人", "7", "6", "1"]) expect(reason).toContain(part);
    expect((await setCell("applications", "received.naturalPerson", 6)).status).toBe(200);
  });

  test("another bureau gets 404 for everything", async () => {
    const params = { id };
    const answers = [
      await callApi(getReport, { token: token("stranger"), params }),
      await callApi(getFindings, { token: token("stranger"), params }),
      await event("stranger", { event: "pass", checklist }),
    ];
    const absent = await callApi(getReport, {
      token: token("stranger"),
      params: { id: "00000000-0000-7000-8000-000000000000" },
    });
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(absent.body);
    }
  });

  test("three different people pass it, and nobody twice", async () => {
    expect((await event("clerk", { event: "submit" })).status).toBe(200);
    const tasks = await callApi(getTasks, { token: token("review1") });
    expect(tasks.body.waiting.map((item: { id: string }) => item.id)).toEqual([id]);
    expect(tasks.body).toMatchObject({ drafting: [], publishing: [] });
    const steps = { event: "pass", checklist };
    const { version } = await read();
    expect((await event("review1", steps, version - 1)).status).toBe(409);
    const bare = { event: "pass", checklist };
    const without = await callApi(postEvent, {
      token: token("review1"),
      method: "POST",
      params: { id },
      body: bare,
    });
    expect(without.status).toBe(428);
    expect((await event("review2", steps)).status).toBe(409);
    expect((await event("review1", { event: "pass" })).status).toBe(422);
    expect((await event("clerk", steps)).status).toBe(403);
    expect((await event("both", steps)).status).toBe(200);
    const twice = await event("both", { ...steps, steps: ["review2"] });
    expect(twice.status).toBe(403);
    expect(twice.body.reasons[0]).toContain("同一人不能承担两个层级");
    expect((await event("review2", steps)).status).toBe(200);
    const approved = await event("review3", steps);
    expect(approved.body.draft).toBe("APPROVED");
  });

  test("and only the publisher puts it before the public", async () => {
    expect((await event("clerk", { event: "publish" })).status).toBe(403);
    const tasks = await callApi(getTasks, { token: token("admin") });
    expect(tasks.body.publishing).toEqual([{ id, bureauName: "灋河回族区司法局", year: 2025 }]);
    const published = await event("admin", { event: "publish" });
    expect(published.status).toBe(200);
    expect(published.body).toMatchObject({ draft: "IDLE", live: "LIVE" });
    expect(published.body.publication.contentHash).toBe(published.body.contentHash);
  });
});
