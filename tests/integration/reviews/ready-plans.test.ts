import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { canonical } from "@/lib/format/hash";
import { keepReadyPlans } from "@/lib/reviews/ready-plans/commands";
import { readyPlans } from "@/lib/reviews/ready-plans/rules";

const now = new Date("2026-01-05T00:00:00Z");
const { standard, signed } = readyPlans;

function store(code: string, definition: object) {
  const version = { no: 1, definition: canonical(definition), publishedAt: now };
  return db.reviewPlan.create({ data: { code, name: code, versions: { create: version } } });
}

async function versionsOf(code: string) {
  const rows = await db.reviewPlanVersion.findMany({
    where: { plan: { code } },
    orderBy: { no: "asc" },
    select: { definition: true },
  });
  return rows.map((row) => row.definition);
}

test("an older database gets what it lacks, once, however many programs start", async () => {
  // As a program stored it that knew fewer items of a plan: the same plan all the same.
  const { overrideBy: _, ...bare } = standard ?? {};
  await store("standard", bare);
  // And one that said something else.
  await store("signed", { ...signed, stages: signed?.stages.slice(0, 4) });
  await Promise.all([keepReadyPlans(now), keepReadyPlans(now)]);
  await keepReadyPlans(now);
  expect(await versionsOf("standard")).toEqual([canonical(bare)]);
  expect(await versionsOf("signed")).toHaveLength(2);
  expect((await versionsOf("signed"))[1]).toBe(canonical(signed));
  for (const code of ["ownCheck", "township"]) {
    expect(await versionsOf(code)).toEqual([canonical(readyPlans[code])]);
  }
});

test("an older program beside a newer one does not bring its own plan back", async () => {
  const { id } = await db.reviewPlan.findUniqueOrThrow({ where: { code: "township" } });
  const newer = canonical({ ...readyPlans.township, name: "将来的乡镇简式" });
  const data = { planId: id, no: 2, definition: newer, publishedAt: now };
  await db.reviewPlanVersion.create({ data });
  await keepReadyPlans(now);
  expect(await versionsOf("township")).toHaveLength(2);
});
