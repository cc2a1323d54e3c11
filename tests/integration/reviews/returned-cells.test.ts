import { beforeAll, beforeEach, expect, test } from "vitest";
import { PATCH as patchSection } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { getReport } from "@/lib/reports/queries";
import { restoreRevision } from "@/lib/reports/revisions/commands";
import { widenScope } from "@/lib/reports/widenings/commands";
import { callApi, expectRefusal } from "@/tests/support/api";
import { act, actorOf, seedDistrict, submittedReport, tokenOf } from "@/tests/support/demo";

let token = "";
let id = "";
let year = 2008;

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
});

/** A report of which one cell of table three was returned. */
beforeEach(async () => {
  id = await submittedReport("sfj", year);
  year += 1;
  const items = [{ section: "applications", cell: "received.naturalPerson", words: "请核对。" }];
  await act("sfj.review1", id, { event: "return", items });
});

async function read() {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

async function save(body: { cells: Record<string, number> } | { paragraphs: string[] }) {
  const { versions } = await read();
  const headers = { "if-match": `"${versions.applications.version}"` };
  const params = { id, key: "applications" };
  return callApi(patchSection, { token, method: "PATCH", params, headers, body });
}

test("of a table the returned cells alone; the refusal names the others", async () => {
  const before = await read();
  const other = await save({
    cells: { "received.naturalPerson": 7, "received.research": 1 },
  });
  expectRefusal(other, 409);
  expect(other.body.reasons).toEqual([
    expect.stringMatching(/^表三「一、.*」行「科研机构」列没有被退回/),
  ]);
  expectRefusal(await save({ paragraphs: ["说明。"] }), 409);
  expect((await read()).contentHash).toBe(before.contentHash);
  expect((await save({ cells: { "received.naturalPerson": 7 } })).status).toBe(200);
});

test("and the cells that the returned one has put out of balance, saved with it or after", async () => {
  const granted = { "granted.naturalPerson": 5 };
  expectRefusal(await save({ cells: granted }), 409);
  const both = { "received.naturalPerson": 7, ...granted };
  expectRefusal(await save({ cells: { ...both, "received.research": 1 } }), 409);
  expect((await save({ cells: both })).status).toBe(200);
  expect((await save({ cells: { "granted.naturalPerson": 3 } })).status).toBe(200);
});

test("a widening opens the whole table, and is recorded with its reason", async () => {
  const cells = { "received.research": 1 };
  expectRefusal(await save({ cells }), 409);
  const actor = await actorOf("sfj.clerk");
  await widenScope(
    actor,
    id,
    { section: "applications", reason: "科研机构一列也漏记。" },
    new Date(),
  );
  expect((await save({ cells })).status).toBe(200);
  expect((await read()).widenings).toMatchObject([{ reason: "科研机构一列也漏记。" }]);
  await expect(
    widenScope(actor, id, { section: "applications", reason: "再来一次。" }, new Date()),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a restored 稿 brings back the returned cells and leaves the rest", async () => {
  const before = await read();
  await save({ cells: { "received.naturalPerson": 9 } });
  const actor = await actorOf("sfj.clerk");
  const { version } = await read();
  await restoreRevision(actor, id, { no: 1, version }, new Date());
  expect((await read()).contentHash).toBe(before.contentHash);
});
