import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { getDesk, getReportShelf } from "@/lib/reports/desk/queries";
import { listFilterOf } from "@/lib/reports/schema";
import {
  act,
  actorOf,
  draftReport,
  pass,
  publishedReport,
  seedDistrict,
  submitAgain,
} from "@/tests/support/demo";

const now = new Date("2026-01-19T01:00:00Z");

beforeAll(async () => {
  await seedDistrict();
});

async function deskOf(account: string) {
  return getDesk(await actorOf(account, now), now);
}

test("the desk follows a report from nothing to the public", async () => {
  expect((await deskOf("sfj.clerk")).drafting).toEqual({
    cards: [],
    missing: [{ bureau: "sfj", name: "灋河回族区司法局", year: 2025 }],
  });
  await publishedReport("sfj", 2024);
  const id = await draftReport("sfj", 2025);
  const { drafting } = await deskOf("sfj.clerk");
  expect(drafting?.missing).toEqual([]);
  expect(drafting?.cards).toMatchObject([
    {
      id,
      year: 2025,
      draft: "DRAFT",
      deadline: { words: "距截止 12 天", overdue: false },
      place: [],
      next: { label: "继续填报", href: `/desk/reports/${id}` },
      lastYear: { year: 2024, href: "/reports/sfj/2024" },
    },
  ]);

  await act("sfj.clerk", id, { event: "submit" });
  const [submitted] = (await deskOf("sfj.clerk")).drafting?.cards ?? [];
  expect(submitted?.next.label).toBe("查看");
  expect(submitted?.place[0]).toBe("一审一校（初审）");
  expect(submitted?.place[1]?.split("、").toSorted()).toEqual(
    ["王秉文", "白云霞", "穆海峰"].toSorted(),
  );
  expect((await deskOf("sfj.review1")).reviewing).toMatchObject({
    items: [{ id, submittedBy: "马晓雯" }],
  });
  expect((await deskOf("sfj.review2")).reviewing?.items).toEqual([]);

  const items = [{ section: "problems", words: "请补充" }];
  await act("sfj.review1", id, { event: "return", items });
  const [returned] = (await deskOf("sfj.clerk")).drafting?.cards ?? [];
  expect(returned?.next.label).toBe("按意见修改");
  expect(returned?.place).toEqual(["王秉文退回", "1 处意见"]);

  await submitAgain("sfj.clerk", id);
  for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
  expect((await deskOf("sfj.admin")).publishing).toEqual([
    { id, bureauName: "灋河回族区司法局", year: 2025 },
  ]);
  await act("sfj.admin", id, { event: "publish" });
  const [published] = (await deskOf("sfj.clerk")).drafting?.cards ?? [];
  expect(published).toMatchObject({ draft: "IDLE", live: "LIVE", deadline: null });
  expect((await deskOf("sfj.admin")).publishing).toEqual([]);
});

test("each role gets its own part, and another bureau's nothing of it", async () => {
  expect(await deskOf("jyj.clerk")).toMatchObject({
    bureauName: "灋河回族区教育局",
    drafting: { cards: [], missing: [{ bureau: "jyj" }] },
    reviewing: null,
    publishing: null,
    supervising: null,
    isAuditor: false,
  });
  expect(await deskOf("audit.admin")).toMatchObject({ drafting: null, isAuditor: true });
  expect(await deskOf("sys.admin")).toMatchObject({ bureauName: null, isAdministrator: true });
  expect((await deskOf("qzf.super")).supervising).toMatchObject({
    year: 2025,
    deadline: "距截止 12 天",
    states: [
      { bureau: "sfj", live: "LIVE" },
      { bureau: "jyj", draft: null },
    ],
  });
});

test("a person with roles in two bureaus gets in each only what the role there is for", async () => {
  const id = await draftReport("jyj", 2025);
  const publisher = { role: "PUBLISHER" as const, bureau: { connect: { code: "jyj" } }, from: now };
  await db.user.update({
    where: { account: "sfj.clerk2" },
    data: { memberships: { create: publisher } },
  });
  const before = await deskOf("sfj.clerk2");
  expect(before.drafting?.cards.map((card) => card.bureauName)).toEqual(["灋河回族区司法局"]);
  expect(before.publishing).toEqual([]);
  await act("jyj.clerk", id, { event: "submit" });
  for (const level of [1, 2, 3]) await pass(`jyj.review${level}`, id);
  const { drafting, publishing } = await deskOf("sfj.clerk2");
  expect(drafting?.cards).toHaveLength(1);
  expect(publishing).toMatchObject([{ id }]);
});

test("the list is filtered by the address, and by nothing when the address makes no sense", async () => {
  const clerk = await actorOf("sfj.clerk", now);
  const years = async (query: Record<string, string>) =>
    (await getReportShelf(clerk, listFilterOf(query))).items.map((item) => item.year);
  expect(await years({})).toEqual([2025, 2024]);
  expect(await years({ year: "2024", draft: "", live: "LIVE" })).toEqual([2024]);
  expect(await years({ draft: "DRAFT" })).toEqual([]);
  expect(await years({ year: "last" })).toEqual([2025, 2024]);
  const shelf = await getReportShelf(clerk, listFilterOf({ limit: "1" }));
  expect(shelf).toMatchObject({
    years: [2025, 2024],
    drafting: [{ bureau: "sfj", name: "灋河回族区司法局" }],
    items: [{ bureau: "sfj", bureauName: "灋河回族区司法局", scope: "own" }],
  });
  expect(shelf.nextCursor).toBe(shelf.items[0]?.id);
});
