import { db } from "@/lib/db";
import { keepReadyPlans } from "@/lib/reviews/ready-plans/commands";

const regionNames = ["灋河回族区", "灋河区"];

/** The district: its government office supervises two departments; all use the standard plan. */
export async function seedBureaus(): Promise<Record<string, string>> {
  await keepReadyPlans(new Date());
  const standard = { where: { code: "standard" }, select: { id: true } };
  const { id: planId } = await db.reviewPlan.findUniqueOrThrow(standard);
  const office = await db.bureau.create({
    data: {
      code: "qzf",
      name: "灋河回族区人民政府办公室",
      shortNames: ["灋河区人民政府办公室", "区政府办公室"],
      regionNames,
      mediaNames: [],
      kind: "GOVERNMENT_OFFICE",
      position: 1,
      planId,
    },
    select: { id: true },
  });
  const supervised = { regionNames, kind: "DEPARTMENT", supervisorId: office.id, planId } as const;
  const justice = await db.bureau.create({
    data: {
      ...supervised,
      code: "sfj",
      name: "灋河回族区司法局",
      shortNames: ["灋河区司法局", "区司法局"],
      mediaNames: ["法治灋河", "灋河司法行政", "小灋说法"],
      position: 2,
    },
    select: { id: true },
  });
  const education = await db.bureau.create({
    data: {
      ...supervised,
      code: "jyj",
      name: "灋河回族区教育局",
      shortNames: ["灋河区教育局", "区教育局"],
      mediaNames: ["灋河教育"],
      position: 3,
    },
    select: { id: true },
  });
  return { qzf: office.id, sfj: justice.id, jyj: education.id };
}
