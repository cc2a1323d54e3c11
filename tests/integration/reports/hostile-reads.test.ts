import { beforeAll, describe, expect, test } from "vitest";
import { GET as getAudit } from "@/app/api/v1/audit/route";
import { GET as getDiff } from "@/app/api/v1/reports/[id]/diff/route";
import { GET as getFile } from "@/app/api/v1/reports/[id]/files/[name]/route";
import { GET as getRevision } from "@/app/api/v1/reports/[id]/revisions/[no]/route";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { GET as listReports } from "@/app/api/v1/reports/route";
import { callApi, expectRefusal } from "@/tests/support/api";
import { draftReport, seedDistrict, submittedReport, tokenOf } from "@/tests/support/demo";

const tokens: Record<string, string> = {};
let id = "";
let foreign = "";

beforeAll(async () => {
  await seedDistrict();
  for (const person of ["sfj.clerk", "audit.admin"]) tokens[person] = await tokenOf(person);
  id = await submittedReport("sfj", 2025);
  await draftReport("sfj", 2024);
  foreign = await draftReport("jyj", 2026);
});

const token = (account = "sfj.clerk") => tokens[account] ?? "";

describe("the list", () => {
  const list = (query: string) => callApi(listReports, { token: token(), query: `?${query}` });

  test.each([
    "year=1e9",
    "year=-1",
    "year=NaN",
    "year=2025.5",
    "year=",
    "limit=0",
    "limit=-1",
    "limit=1e9",
    "limit=101",
    "cursor=nonsense",
    "cursor=%00",
    "cursor='",
    "draft=ANY",
    "draft=__proto__",
    "live=live",
    "q=%00",
    `q=${"a".repeat(101)}`,
    "bureau=%00",
    `bureau=${"a".repeat(41)}`,
    "sort=year",
    "__proto__=1",
    "bureauId=x",
  ])("%s is refused", async (query) => expectRefusal(await list(query), 422));

  test.each([
    "q=%25",
    "q=_",
    "q=%5C",
    "q='",
    "q=%F0%A0%AE%B7",
    "bureau=constructor",
    "q=%ED%A0%80",
  ])("%s is an ordinary question", async (query) => expect((await list(query)).status).toBe(200));

  test("goes on from page to page, and each report comes once", async () => {
    const first = await list("limit=1");
    expect(first.body.items).toMatchObject([{ id, bureau: "sfj" }]);
    const second = await list(`limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ year: 2024 }], nextCursor: null });
    const capitals = await list(`limit=1&cursor=${first.body.nextCursor.toUpperCase()}`);
    expect(capitals.body).toEqual(second.body);
  });

  test("a cursor behind the wall is refused as one that does not exist", async () => {
    const absent = await list("cursor=00000000-0000-7000-8000-000000000000");
    const behind = await list(`cursor=${foreign}`);
    expectRefusal(behind, 422);
    expect(behind.body).toEqual(absent.body);
  });
});

describe("the log", () => {
  const audit = (query: string, account = "audit.admin") =>
    callApi(getAudit, { token: token(account), query: `?${query}` });
  const cursor = (text: string) => `cursor=${encodeURIComponent(text)}`;

  test.each([
    cursor("nonsense"),
    cursor("2025-13-45T00:00:00Z|sfj|1"),
    cursor("2025-02-30T00:00:00Z|sfj|1"),
    cursor("2025-01-01T99:99:99Z|sfj|1"),
    cursor("2025-01-01T..Z|sfj|1"),
    cursor("0000-01-01T00:00:00Z|sfj|1"),
    cursor("2025-01-01T00:00:00.000Z|sfj|1e9"),
    cursor("2025-01-01T00:00:00.000Z|sfj|99999999999"),
    cursor("2025-01-01T00:00:00.000Z|sfj\u0000|1"),
    cursor("2025-01-01T00:00:00.000Z|sfj|-1"),
    cursor("2025-01-01T00:00:00.000Z|sfj"),
    "chain=%00",
    "type=%00",
    "subject=%00",
    `subject=${"a".repeat(101)}`,
    "actor=x",
  ])("%s is refused", async (query) => expectRefusal(await audit(query), 422));

  test("a cursor of its own works, and a filter that matches nothing finds nothing", async () => {
    expect(
      (await audit(cursor("2125-01-01T00:00:00.000Z|sfj|1"))).body.items.length,
    ).toBeGreaterThan(0);
    expect((await audit(cursor("2008-01-01T00:00:00.000Z|sfj|1"))).body.items).toEqual([]);
    expect((await audit("type=__proto__")).body).toEqual({ items: [], nextCursor: null });
  });

  test("is nobody's but the auditor's", async () => {
    expectRefusal(await audit("", "sfj.clerk"), 404);
  });
});

describe("revisions", () => {
  const diff = (query: string) => callApi(getDiff, { token: token(), params: { id }, query });

  test.each(["", "?from=1", "?from=0&to=1", "?from=1&to=1e9", "?from=a&to=b", "?from=1&to=1&x=1"])(
    "the difference %j is refused",
    async (query) => expectRefusal(await diff(query), 422),
  );

  test("one that does not exist has no difference", async () => {
    expectRefusal(await diff("?from=1&to=999999"), 404);
  });

  test.each(["0", "2", "-1", "1.0", "1e0", "one", "\u0000", "999999999999", "__proto__", " 1"])(
    "number %j does not exist",
    async (no) => {
      expectRefusal(await callApi(getRevision, { token: token(), params: { id, no } }), 404);
    },
  );
});

test.each([
  "__proto__",
  "constructor",
  "toString",
  "report.exe",
  "../report.pdf",
  "report.pdf\u0000",
  "REPORT.PDF",
  "",
])("a file %j does not exist", async (name) => {
  expectRefusal(await callApi(getFile, { token: token(), params: { id, name } }), 404);
});

test.each(["", "x", "null", "\u0000", "{}", "1' OR '1'='1", "00000000-0000-7000-8000-00000000000"])(
  "a report %j does not exist",
  async (strange) => {
    expectRefusal(await callApi(getReport, { token: token(), params: { id: strange } }), 404);
  },
);

test.each(["", "Bearer", "x".repeat(9000), "\u00ff", "a b"])(
  "a token that is none (%#)",
  async (bad) => {
    expectRefusal(await callApi(getReport, { token: bad, params: { id } }), 401);
  },
);
