import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { db } from "@/lib/db";
import { cellsOf, fromContent, paragraphsOf } from "@/lib/format/content";
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

interface Paste {
  query?: string;
  person?: string;
  headers?: Record<string, string>;
}

function paste(body: string | Uint8Array, { query = "", person = "clerk", headers }: Paste = {}) {
  const token = tokens[person] ?? "";
  return callApi(postImport, { token, method: "POST", params: { id }, query, body, headers });
}

async function read() {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

function revisions() {
  return db.revision.findMany({ where: { reportId: id }, orderBy: { no: "asc" } });
}

/** A report's text; 行政许可 carries a remark that no cell can hold. */
function text(bureau = "灋河回族区司法局", of = year): string {
  return [
    `${bureau}${of}年政府信息公开工作年度报告`,
    "一、总体情况",
    "（一）主动公开",
    "新的主动公开情况。",
    "二、主动公开政府信息情况",
    "行政许可\t21",
    "行政处罚\t22（其中当场处罚16件）",
    "五、存在的主要问题及改进情况",
    "新的问题。",
    "六、其他需要报告的事项",
    "没有收取信息处理费。",
  ].join("\n");
}

describe("a preview", () => {
  test("shows content, changes and doubts, and stores nothing", async () => {
    const before = await read();
    const { status, body } = await paste(text());
    expect(status).toBe(200);
    expect(body.content.sections["overview.proactive"]).toEqual(["新的主动公开情况。"]);
    expect(body.content.tables.proactive.licences).toBe(21);
    expect(body.questions).toEqual([]);
    const sections = new Set(body.changes.map((change: { section: string }) => change.section));
    expect([...sections]).toEqual(
      expect.arrayContaining(["overview.proactive", "proactive", "problems", "other"]),
    );
    const doubt = body.doubts.find((d: { raw: string }) => d.raw.includes("16件"));
    expect(doubt).toMatchObject({
      where: { section: "proactive", cell: "penalties", line: expect.any(Number) },
      reason: expect.stringMatching(/\p{sc=Han}/u),
    });
    expect(await read()).toMatchObject({
      version: before.version,
      contentHash: before.contentHash,
    });
    expect(await revisions()).toEqual([]);
  });
});

describe("an import", () => {
  test("puts in what it found, keeps what it did not find, and marks where it came from", async () => {
    const before = await read();
    const shown = await paste(text());
    expect((await paste(text(), { query: "?apply=true" })).body).toEqual(shown.body);
    const after = await read();
    expect(paragraphsOf(after.sections, "problems")).toEqual(["新的问题。"]);
    // 行政处罚 could not be read, and 行政许可 could.
    const { penalties } = cellsOf(before.sections, "proactive");
    expect(penalties).not.toBeNull();
    expect(cellsOf(after.sections, "proactive")).toMatchObject({ licences: 21, penalties });
    expect(fromContent(shown.body.content)).toEqual(after.sections);
    const cells = shown.body.changes.map((change: { cell: string }) => change.cell);
    expect(cells).toContain("licences");
    expect(cells).not.toContain("penalties");
    expect(after.versions.proactive.origins.penalties).toBe("typed");
    expect(after.sections.preface).toEqual(before.sections.preface);
    expect(after.sections.disputes).toEqual(before.sections.disputes);
    expect(after.versions.problems.origins).toEqual({ paragraphs: "imported" });
    expect(after.versions.proactive.origins.licences).toBe("imported");
  });

  test("keeps the text it replaced as a revision, and the new one as another", async () => {
    const before = await read();
    await paste(text(), { query: "?apply=true", person: "clerk2" });
    const [kept, imported, ...rest] = await revisions();
    expect(rest).toEqual([]);
    expect(kept).toMatchObject({ no: 1, reason: "KEPT", contentHash: before.contentHash });
    expect(fromContent(JSON.parse(kept?.content ?? ""))).toEqual(before.sections);
    const after = await read();
    expect(imported).toMatchObject({ no: 2, reason: "IMPORTED", contentHash: after.contentHash });
    expect(fromContent(JSON.parse(imported?.content ?? ""))).toEqual(after.sections);
  });

  test("does not replace what was typed since the changes were shown", async () => {
    const { version } = (await paste(text())).body;
    const clerk2 = await actorOf("sfj.clerk2");
    const { versions } = await read();
    const change = { paragraphs: ["同事刚刚写的一段。"] };
    const ifMatch = versions.problems.version;
    await saveSection(clerk2, { reportId: id, key: "problems", ifMatch, change }, new Date());
    const stopped = await paste(text(), { query: `?apply=true&version=${version}` });
    expectRefusal(stopped, 409);
    const after = await read();
    expect(stopped.body.version).toBe(after.version);
    expect(paragraphsOf(after.sections, "problems")).toEqual(change.paragraphs);
    expect(await revisions()).toEqual([]);
    const query = `?apply=true&version=${after.version}`;
    expect((await paste(text(), { query })).status).toBe(200);
  });

  test("makes a drafter of who did it", async () => {
    const clerk2 = await actorOf("sfj.clerk2");
    await paste(text(), { query: "?apply=true", person: "clerk2" });
    const { drafters, lastEditorId } = await read();
    expect(drafters).toContain(clerk2.userId);
    expect(lastEditorId).toBe(clerk2.userId);
  });

  test.each([
    ["another bureau's text", () => text("灋河回族区教育局")],
    ["last year's text", () => text("灋河回族区司法局", year - 1)],
    ["one under a look-alike name", () => text("瀘河回族区司法局")],
    ["one without a title", () => text().split("\n").slice(1).join("\n")],
  ])("of %s stops until it is confirmed", async (_, body) => {
    const before = await read();
    const questions = (await paste(body())).body.questions;
    expect(questions).toHaveLength(1);
    const stopped = await paste(body(), { query: "?apply=true" });
    expectRefusal(stopped, 409);
    expect(stopped.body).toMatchObject({ reasons: questions, confirm: true });
    expect((await read()).contentHash).toBe(before.contentHash);
    expect(await revisions()).toEqual([]);
    const confirmed = await paste(body(), { query: "?apply=true&confirm=true" });
    expect(confirmed.status).toBe(200);
    expect((await read()).contentHash).not.toBe(before.contentHash);
  });

  test("is nobody's but a drafter's, and only while the text may be edited", async () => {
    const apply = (person: string) => paste(text(), { query: "?apply=true", person });
    expectRefusal(await apply("review1"), 403);
    expectRefusal(await apply("admin"), 403);
    await act("sfj.clerk", id, { event: "submit" });
    const refused = async () => {
      const before = await read();
      expectRefusal(await apply("clerk"), 409);
      expect((await read()).contentHash).toBe(before.contentHash);
    };
    await refused();
    for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
    await refused();
    await act("sfj.admin", id, { event: "publish" });
    await refused();
    expect((await revisions()).map((revision) => revision.reason)).toEqual(["SUBMITTED"]);
  });
});

describe("a file", () => {
  const form = (bytes: Uint8Array) => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="报告.txt"\r\n';
    return Buffer.concat([
      Buffer.from(`${head}Content-Type: text/plain\r\n\r\n`),
      bytes,
      Buffer.from("\r\n--x--\r\n"),
    ]);
  };
  const headers = { "content-type": "multipart/form-data; boundary=x" };

  test("is read like the pasted text", async () => {
    const { body } = await paste(form(Buffer.from(text())), { headers });
    expect(body).toEqual((await paste(text())).body);
  });

  test("is read in the encoding of older office programs too", async () => {
    // 六、其他需要报告的事项 / 无 in GB18030.
    const bytes = Buffer.from("c1f9a1a2c6e4cbfbd0e8d2aab1a8b8e6b5c4cac2cfee0acede", "hex");
    const { body } = await paste(form(bytes), { headers });
    expect(body.content.sections.other).toEqual(["无"]);
  });

  test("is read in UTF-16 with its mark, as a text editor saves it", async () => {
    const bytes = Buffer.from(`\uFEFF${text()}`, "utf16le");
    const { body } = await paste(form(bytes), { headers });
    expect(body).toEqual((await paste(text())).body);
  });
});

test("two imports at the same moment follow each other, and nothing is lost", async () => {
  const texts = ["甲", "乙"].map((word) => text().replace("新的问题", `${word}的问题`));
  const done = await Promise.all(texts.map((body) => paste(body, { query: "?apply=true" })));
  expect(done.map((answer) => answer.status)).toEqual([200, 200]);
  const kept = (await revisions()).map(
    (revision) => JSON.parse(revision.content).sections.problems,
  );
  expect(kept).toContainEqual(["甲的问题。"]);
  expect(kept).toContainEqual(["乙的问题。"]);
  expect(kept).toHaveLength(4);
});
