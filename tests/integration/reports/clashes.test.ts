import { beforeAll, expect, test } from "vitest";
import { GET as getEdit } from "@/app/api/v1/reports/[id]/history/edit/route";
import { GET as getHistory } from "@/app/api/v1/reports/[id]/history/route";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { POST as postRestoration } from "@/app/api/v1/reports/[id]/sections/[key]/restoration/route";
import { PATCH as patchSection } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { getClashPage } from "@/lib/reports/edits/queries";
import type { HistoryEntry } from "@/lib/reports/history/schema";
import { getReport as loadReport } from "@/lib/reports/queries";
import { callApi, expectRefusal } from "@/tests/support/api";
import { actorOf, draftReport, seedDistrict, tokenOf } from "@/tests/support/demo";

const tokens: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  for (const name of ["clerk", "clerk2", "review1"]) tokens[name] = await tokenOf(`sfj.${name}`);
});

function save(who: string, id: string, key: string, version: number, body: object) {
  return callApi(patchSection, {
    token: tokens[who] ?? "",
    method: "PATCH",
    params: { id, key },
    headers: { "if-match": `"${version}"` },
    body,
  });
}

async function read(id: string) {
  const { body } = await callApi(getReport, { token: tokens.clerk ?? "", params: { id } });
  return body;
}

async function clashesOf(id: string): Promise<HistoryEntry[]> {
  const { body } = await callApi(getHistory, { token: tokens.clerk ?? "", params: { id } });
  expect(answers.History.parse(body)).toEqual(body);
  return body.items.filter(({ kind }: HistoryEntry) => kind === "clashed");
}

function restore(who: string, id: string, key: string, body: object) {
  const params = { id, key };
  return callApi(postRestoration, { token: tokens[who] ?? "", method: "POST", params, body });
}

const cell = "received.naturalPerson";

test("two writers, one cell: the second takes the first one's, and both stand in the history", async () => {
  const id = await draftReport("sfj", 2025);
  const { version, cells } = (await read(id)).sections.applications;
  const base = { [cell]: cells[cell] };
  const first = await save("clerk", id, "applications", version, { cells: { [cell]: 31 }, base });
  expect(first.status).toBe(200);
  const business = { "received.business": cells["received.business"] };
  const second = {
    cells: { [cell]: 47, "received.business": 5 },
    base: { ...base, ...business },
  };
  expectRefusal(await save("clerk2", id, "applications", version, second), 409);
  // The same request again, as after a lost answer or a closed window.
  expectRefusal(await save("clerk2", id, "applications", version, second), 409);
  const chosen = { cells: { [cell]: 31 }, base: { [cell]: 31 } };
  const after = await save("clerk2", id, "applications", first.body.version, chosen);
  expect([after.status, after.body.version]).toEqual([200, first.body.version]);

  const [clash, ...rest] = await clashesOf(id);
  expect(rest).toEqual([]);
  expect(clash).toMatchObject({
    kind: "clashed",
    clash: {
      section: "applications",
      places: [{ place: cell, stored: "31", refused: "47" }],
    },
  });
  expect(clash?.who).toBe((await actorOf("sfj.clerk2")).name);
  expect((await read(id)).sections.applications.cells).toMatchObject({ [cell]: 31 });
});

test("a paragraph that was overwritten outlives what its writer saves afterwards", async () => {
  const id = await draftReport("sfj", 2024);
  const { version, paragraphs: base } = (await read(id)).sections.problems;
  const write = (who: string, at: number, text: string, from: string[]) =>
    save(who, id, "problems", at, { paragraphs: [text], base: from });
  const first = await write("clerk", version, "甲写的一段。", base);
  expectRefusal(await write("clerk2", version, "乙写的一段。", base), 409);
  const mine = await write("clerk2", first.body.version, "乙写的一段。", ["甲写的一段。"]);
  // Within the same quarter of an hour this folds into what the first one saved.
  await write("clerk", mine.body.version, "甲后来写的。", ["乙写的一段。"]);
  const [clash] = await clashesOf(id);
  const place = { place: "paragraphs", stored: "甲写的一段。", refused: "乙写的一段。" };
  expect(clash?.clash?.places).toEqual([place]);
  const page = await getClashPage(
    await actorOf("sfj.review1"),
    id,
    clash?.clash?.id ?? "",
    new Date(),
  );
  expect(page.clash.places).toEqual([place]);
  expect(page.restorable).toBeNull();
});

test("a refused text is nobody's change of the report", async () => {
  const id = await draftReport("sfj", 2023);
  const before = await read(id);
  const { version } = before.sections.problems;
  const refused = { paragraphs: ["没有存入。"], base: ["别的。"] };
  expectRefusal(await save("clerk2", id, "problems", version - 1, refused), 409);
  expectRefusal(await save("review1", id, "problems", version - 1, refused), 403);
  expect(await clashesOf(id)).toHaveLength(1);
  const actor = await actorOf("sfj.clerk2");
  const { drafters, lastEditorId } = await loadReport(actor, id, new Date());
  expect(drafters).not.toContain(actor.userId);
  expect(lastEditorId).not.toBe(actor.userId);
  expect(await read(id)).toEqual(before);
});

test("either text of a clash comes back, in its places alone, and what stood there is kept", async () => {
  const id = await draftReport("sfj", 2022);
  const { version, cells } = (await read(id)).sections.applications;
  const base = { [cell]: cells[cell] };
  const first = await save("clerk", id, "applications", version, { cells: { [cell]: 31 }, base });
  await save("clerk2", id, "applications", version, { cells: { [cell]: 47 }, base });
  const other = { cells: { "granted.business": 7 }, base: { "granted.business": 0 } };
  const later = await save("clerk", id, "applications", first.body.version, other);
  const [entry] = await clashesOf(id);
  const old = { version: later.body.version, clash: entry?.clash?.id, text: "refused" };

  expectRefusal(await restore("review1", id, "applications", old), 403);
  expectRefusal(await restore("clerk", id, "applications", { ...old, version: 1 }), 409);
  expectRefusal(await restore("clerk", id, "problems", { ...old, version: 2 }), 404);
  const answer = await restore("clerk", id, "applications", old);
  expect(answer.status).toBe(201);
  expect(answers.Revision.parse(answer.body)).toEqual(answer.body);
  expect(answer.body.reason).toBe("RESTORED");
  const { applications } = (await read(id)).sections;
  expect(applications.cells).toMatchObject({ [cell]: 47, "granted.business": 7 });
  expect(applications.cells["received.total"]).toBe(
    47 - (cells[cell] ?? 0) + cells["received.total"],
  );
  const same = { ...old, version: applications.version };
  expectRefusal(await restore("clerk", id, "applications", same), 409);
  const kept = await db.revision.findFirstOrThrow({ where: { reportId: id, reason: "KEPT" } });
  expect(JSON.parse(kept.content).tables.applications.received.naturalPerson).toBe(31);
});

test("a text that somebody else's save replaced is not folded away", async () => {
  const id = await draftReport("sfj", 2020);
  const { userId } = await actorOf("sfj.clerk");
  const rowsOf = (key: string) =>
    db.sectionHistory.findMany({
      where: { reportId: id, key, userId },
      orderBy: { slot: "asc" },
      select: { content: true },
    });
  const was = (await read(id)).sections.problems.paragraphs as string[];
  const replaced = await save("clerk2", id, "problems", 2, { paragraphs: ["乙的。"], base: was });
  const own = { paragraphs: ["甲的。"], base: ["乙的。"] };
  const next = await save("clerk", id, "problems", replaced.body.version, own);
  const longer = { paragraphs: ["甲的。又写了一句。"], base: ["甲的。"] };
  await save("clerk", id, "problems", next.body.version, longer);
  expect((await rowsOf("problems")).map(({ content }) => JSON.parse(content).paragraphs)).toEqual([
    was,
    ["甲的。又写了一句。"],
  ]);
  // What somebody writes again and again beside it takes nothing away: one row stays one row.
  await db.sectionHistory.deleteMany({ where: { reportId: id, key: "proactive" } });
  let { version } = (await read(id)).sections.proactive;
  for (const count of [1, 2, 3]) {
    for (const [who, place] of [
      ["clerk2", "penalties"],
      ["clerk", "licences"],
    ] as const) {
      const answer = await save(who, id, "proactive", version, { cells: { [place]: count } });
      version = answer.body.version;
    }
  }
  expect(await rowsOf("proactive")).toHaveLength(1);
});

test("what a person saved opens with what it changed, and comes back where he may write", async () => {
  const id = await draftReport("sfj", 2021);
  const was = (await read(id)).sections.problems.paragraphs as string[];
  const first = await save("clerk2", id, "problems", 2, { paragraphs: ["乙写的。"], base: was });
  await save("clerk", id, "problems", first.body.version, {
    paragraphs: ["甲写的。"],
    base: ["乙写的。"],
  });
  const { body } = await callApi(getHistory, { token: tokens.clerk ?? "", params: { id } });
  const by = (await actorOf("sfj.clerk2")).userId;
  const { edits } = body.items.find((entry: HistoryEntry) => entry.edits[0]?.by === by);
  expect(edits).toHaveLength(1);
  const { at: _, ...address } = edits[0];
  const query = `?${new URLSearchParams(address)}`;
  const edit = await callApi(getEdit, { token: tokens.review1 ?? "", params: { id }, query });
  expect(answers.Edit.parse(edit.body)).toEqual(edit.body);
  expect(edit.body).toMatchObject({
    content: { paragraphs: ["乙写的。"] },
    before: { revisionNo: null },
    changes: [{ section: "problems", before: was.join("\n"), after: "乙写的。" }],
  });
  const { section, ...saved } = address;
  const version = (await read(id)).sections.problems.version;
  expect((await restore("clerk", id, section, { version, ...saved })).status).toBe(201);
  expect((await read(id)).sections.problems.paragraphs).toEqual(["乙写的。"]);
});
