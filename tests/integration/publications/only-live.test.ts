import { beforeAll, describe, expect, test } from "vitest";
import { GET as getMissing } from "@/app/(public)/reports/[...rest]/route";
import { GET as getFile } from "@/app/(public)/reports/[bureau]/[year]/[file]/route";
import { GET as getAreaFile } from "@/app/(public)/reports/[bureau]/[year]/area/[file]/route";
import { GET as getArea } from "@/app/(public)/reports/[bureau]/[year]/area/route";
import { GET as getAreaVersion } from "@/app/(public)/reports/[bureau]/[year]/area/v/[no]/route";
import { GET as getPage } from "@/app/(public)/reports/[bureau]/[year]/route";
import { GET as getVersionFile } from "@/app/(public)/reports/[bureau]/[year]/v/[no]/[file]/route";
import { GET as getVersion } from "@/app/(public)/reports/[bureau]/[year]/v/[no]/route";
import { GET as getBureau } from "@/app/(public)/reports/[bureau]/route";
import { GET as getList } from "@/app/(public)/reports/route";
import { GET as getStart } from "@/app/(public)/route";
import { GET as getJson } from "@/app/api/public/v1/reports/[bureau]/[year]/route";
import { GET as listJson } from "@/app/api/public/v1/reports/route";
import { db } from "@/lib/db";
import {
  getPublishedFile,
  getPublishedReport,
  listPublishedChoices,
  listPublishedReports,
} from "@/lib/publications/queries";
import {
  act,
  approvedReport,
  draftReport,
  publishedReport,
  seedDistrict,
  submittedReport,
} from "@/tests/support/demo";
import { visit } from "@/tests/support/visitor";

/** Every state that is not before the public, by the year it was put into. */
const hidden = { draft: 2020, "in review": 2021, returned: 2022, approved: 2023, withdrawn: 2024 };

beforeAll(async () => {
  await seedDistrict();
  await draftReport("jyj", hidden.draft);
  await submittedReport("jyj", hidden["in review"]);
  const returned = await submittedReport("jyj", hidden.returned);
  const items = [{ section: "problems", words: "请补充整改措施" }];
  await act("jyj.review1", returned, { event: "return", items });
  await approvedReport("jyj", hidden.approved);
  const withdrawn = await publishedReport("jyj", hidden.withdrawn);
  await db.report.update({ where: { id: withdrawn }, data: { live: "WITHDRAWN" } });
  await publishedReport("sfj", 2024);
}, 120_000);

describe.each(Object.entries(hidden))("a report that is %s", (_, year) => {
  test("answers everywhere the page of what never existed", async () => {
    const place = { bureau: "jyj", year: String(year) };
    const never = await visit(getPage, { params: { bureau: "nobody", year: "1999" } });
    const answers = [
      await visit(getPage, { params: place }),
      await visit(getArea, { params: place }),
      await visit(getVersion, { params: { ...place, no: "1" } }),
      await visit(getAreaVersion, { params: { ...place, no: "1" } }),
      ...(await Promise.all(
        ["report.pdf", "report.json", "report.html"].flatMap((file) => [
          visit(getFile, { params: { ...place, file } }),
          visit(getAreaFile, { params: { ...place, file } }),
          visit(getVersionFile, { params: { ...place, no: "1", file } }),
        ]),
      )),
    ];
    expect(never.text).toContain("没有找到这个页面");
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.text).toBe(never.text);
      expect([...answer.headers]).toEqual([...never.headers]);
    }
  });

  test("is in no query and no answer of the public API", async () => {
    const wish = { bureau: "jyj", year: String(year), scope: "OWN" } as const;
    await expect(getPublishedReport(wish)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPublishedFile(wish, "report.pdf")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listPublishedReports({ year, bureau: "jyj" })).items).toEqual([]);
    const json = await visit(getJson, { params: { bureau: "jyj", year: String(year) } });
    expect(json.status).toBe(404);
    expect(JSON.parse(json.text).code).toBe("NOT_FOUND");
  });
});

test("the lists know the live report alone", async () => {
  const { items, nextCursor } = await listPublishedReports({});
  expect(items.map(({ href }) => href)).toEqual(["/reports/sfj/2024"]);
  expect(nextCursor).toBeNull();
  expect(await listPublishedChoices()).toEqual({
    years: [2024],
    bureaus: [{ code: "sfj", name: "灋河回族区司法局" }],
  });
  for (const page of [await visit(getStart), await visit(getList)]) {
    expect(page.status).toBe(200);
    expect(page.text).toContain('href="/reports/sfj/2024"');
    expect(page.text).not.toContain("jyj");
    expect(page.text).not.toContain("教育局");
  }
  const { items: listed } = JSON.parse((await visit(listJson)).text);
  expect(listed).toMatchObject([{ bureau: "sfj", year: 2024, address: "/reports/sfj/2024" }]);
});

test("a bureau without a live report is as one that does not exist", async () => {
  const [drafting, nobody] = await Promise.all(
    ["jyj", "nobody"].map((bureau) => visit(getBureau, { params: { bureau } })),
  );
  expect(drafting?.status).toBe(404);
  expect(drafting?.text).toBe(nobody?.text);
  expect((await visit(getBureau, { params: { bureau: "sfj" } })).text).toContain(
    "<h1>灋河回族区司法局政府信息公开工作年度报告</h1>",
  );
});

test.each([
  ["\0", "2024"],
  ["sfj'--", "2024"],
  ["s".repeat(5000), "2024"],
  ["sfj", "２０２４"],
  ["sfj", "02024"],
  ["sfj", "99999"],
  ["sfj", "2024\0"],
])("%j/%j is no address", async (bureau, year) => {
  expect((await visit(getPage, { params: { bureau, year } })).status).toBe(404);
  expect((await visit(getJson, { params: { bureau, year } })).status).toBe(404);
});

test.each(["0", "01", "2", "-1", "1.0", "9999999999"])("version %j is none", async (no) => {
  const params = { bureau: "sfj", year: "2024", no };
  expect((await visit(getVersion, { params })).status).toBe(404);
});

test.each(["report.exe", "\0", "../report.pdf", "REPORT.PDF"])("file %j is none", async (file) => {
  const params = { bureau: "sfj", year: "2024", file };
  expect((await visit(getFile, { params })).status).toBe(404);
  expect((await visit(getMissing)).status).toBe(404);
});

describe("the search", () => {
  const found = async (query: string) =>
    JSON.parse((await visit(listJson, { query: `?${new URLSearchParams({ q: query })}` })).text)
      .items.length;

  test("finds words of title and bureau, and takes them literally", async () => {
    expect(await found("司法局2024年")).toBe(1);
    expect(await found("灋河回族区司法局")).toBe(1);
    expect(await found("教育局")).toBe(0);
    for (const query of ["%", "_", "\\", "'"]) expect(await found(query)).toBe(0);
  });

  test("of the page leaves out what nobody can ask, that of the API refuses it", async () => {
    for (const query of ["?year=x", "?q=%00", "?cursor=1", "?year=1", `?q=${"长".repeat(61)}`]) {
      const page = await visit(getList, { query });
      expect(page.status).toBe(200);
      expect(page.text).toContain("/reports/sfj/2024");
      expect((await visit(listJson, { query })).status).toBe(422);
    }
    const none = await visit(getList, { query: "?year=2023" });
    expect(none.text).toContain("没有符合条件的年度报告");
  });
});
