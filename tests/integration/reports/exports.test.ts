import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/v1/reports/[id]/files/[name]/route";
import { db } from "@/lib/db";
import { sha256 } from "@/lib/format/hash";
import { exportFile } from "@/lib/reports/exports/commands";
import { callApi } from "@/tests/support/api";
import { actorOf, draftReport, publishedReport, seedDistrict, tokenOf } from "@/tests/support/demo";

const now = new Date("2026-02-10T02:00:00Z");
let published = "";
let draft = "";

beforeAll(async () => {
  await seedDistrict();
  published = await publishedReport("sfj", 2024);
  draft = await draftReport("sfj", 2025);
});

async function fileOf(id: string, name: string) {
  return exportFile(await actorOf("sfj.clerk"), id, name, now);
}

test.each(["report.pdf", "report.html", "report.json"])(
  "%s of a published text is the very file that the public has",
  async (name) => {
    const stored = await db.publishedFile.findFirstOrThrow({
      where: { name, publication: { reportId: published } },
      select: { sha256: true, mime: true },
    });
    const { bytes, mime } = await fileOf(published, name);
    expect({ sha256: sha256(bytes), mime }).toEqual(stored);
  },
);

test("of a draft the JSON says that nothing is published", async () => {
  const { bytes } = await fileOf(draft, "report.json");
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
    year: 2025,
    publication: null,
  });
});

test("a file taken out is a fact in the bureau's chain, with the text's hash and no text", async () => {
  const params = { id: draft, name: "report.html" };
  const answer = await callApi(GET, { token: await tokenOf("sfj.clerk2"), params });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  const fact = await db.auditEvent.findFirstOrThrow({
    where: { chain: "sfj", type: "exported", subject: draft },
    orderBy: { seq: "desc" },
  });
  expect(fact.actor).toBe("丁志远");
  expect(Object.keys(JSON.parse(fact.data)).toSorted()).toEqual(["contentHash", "name"]);
});

test("another bureau gets neither the file nor a trace in the log", async () => {
  const facts = () => db.auditEvent.count({ where: { type: "exported" } });
  const before = await facts();
  const token = await tokenOf("jyj.clerk");
  const params = { id: published, name: "report.json" };
  expect((await callApi(GET, { token, params })).status).toBe(404);
  const absent = { id: published, name: "constructor" };
  expect((await callApi(GET, { token: await tokenOf("sfj.clerk"), params: absent })).status).toBe(
    404,
  );
  expect(await facts()).toBe(before);
});
