import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import { importText } from "@/lib/reports/imports/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { act, actorOf, approvedReport, draftReport, seedDistrict } from "@/tests/support/demo";

beforeAll(seedDistrict);

/** Runs writes at the same moment; answers "ok" or the code of the refusal of each. */
async function race(...writes: Promise<unknown>[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(writes);
  return outcomes.map((outcome) => {
    if (outcome.status === "fulfilled") return "ok";
    if (outcome.reason instanceof AppError) return outcome.reason.code;
    throw outcome.reason;
  });
}

test("whatever is written while it is submitted, the text under review is the one that was frozen", async () => {
  const id = await draftReport("sfj", 2025);
  const [clerk, clerk2] = [await actorOf("sfj.clerk"), await actorOf("sfj.clerk2")];
  for (let i = 0; i < 15; i++) {
    const { version, versions } = await getReport(clerk, id, new Date());
    const change = { paragraphs: [`没有收取信息处理费。这是第${i}次补充。`] };
    const save = { reportId: id, key: "other", ifMatch: versions.other.version, change };
    const text = `五、存在的主要问题及改进情况\n${"第一百次导入的问题与改进措施。".repeat(10)}${i}`;
    const imported = { reportId: id, text, confirmed: true };
    const outcomes = await race(
      saveSection(clerk2, save, new Date()),
      performEvent(clerk, id, { event: "submit", version }, new Date()),
      importText(clerk2, imported, new Date()),
    );
    expect(outcomes).toContain("ok");
    const after = await getReport(clerk, id, new Date());
    const submitted = after.draft === "IN_REVIEW";
    expect(submitted).toBe(outcomes[1] === "ok");
    if (!submitted) {
      expect(outcomes[1]).toMatch(/CONFLICT|INVALID/);
      await db.reportSource.deleteMany({ where: { reportId: id } });
      continue;
    }
    expect(outcomes.filter((outcome) => outcome !== "ok")).toEqual(["CONFLICT", "CONFLICT"]);
    const revision = await db.revision.findUniqueOrThrow({
      where: { id: after.round?.revisionId },
    });
    expect(revision.contentHash).toBe(after.contentHash);
    await act("sfj.clerk", id, { event: "recall" });
  }
});

test("published or taken back, never both", async () => {
  const [admin, last] = [await actorOf("sfj.admin"), await actorOf("sfj.review3")];
  for (const year of [2020, 2021, 2022]) {
    const id = await approvedReport("sfj", year);
    const { version } = await getReport(admin, id, new Date());
    const reason = "请再读一遍。";
    const outcomes = await race(
      performEvent(admin, id, { event: "publish", version }, new Date()),
      performEvent(last, id, { event: "reopen", version, reason }, new Date()),
    );
    expect(outcomes.toSorted()).toEqual(["CONFLICT", "ok"]);
    const { draft, live } = await getReport(admin, id, new Date());
    const published = outcomes[0] === "ok";
    expect({ draft, live }).toEqual(
      published ? { draft: "IDLE", live: "LIVE" } : { draft: "RETURNED", live: "NONE" },
    );
    expect(await db.publication.count({ where: { reportId: id } })).toBe(published ? 1 : 0);
  }
});
