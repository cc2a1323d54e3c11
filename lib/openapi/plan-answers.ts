import { z } from "zod";
import { instant } from "@/lib/openapi/parts";
import { planDefinition } from "@/lib/reviews/plans/schema";

const owner = z.string().nullable().describe("所属机关的代码；现成的流程为 null");

export const planList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      bureau: owner,
      stages: z.array(z.string()),
      no: z.int().nullable().describe("最新的版次；还没有发布过为 null"),
      hasDraft: z.boolean().describe("有未发布的改动"),
      usedBy: z.array(z.string()),
    }),
  ),
});

export const plan = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  bureau: owner,
  version: z.int(),
  definition: planDefinition,
  hasDraft: z.boolean(),
  changedByName: z.string().nullable(),
  changedAt: instant.nullable(),
  versions: z.array(
    z.strictObject({
      no: z.int(),
      publishedAt: instant,
      publishedByName: z.string().nullable(),
    }),
  ),
  mayEdit: z.boolean(),
  inUse: z.array(z.string()).describe("不能删除的原因"),
  bureaus: z.array(
    z.strictObject({
      bureau: z.string(),
      bureauName: z.string(),
      uses: z.boolean(),
      mayChoose: z.boolean(),
      warnings: z.array(z.string()).describe("没有人、或者没有足够的不同的人可以承担的环节"),
    }),
  ),
  people: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      role: z.string(),
      level: z.int().nullable(),
    }),
  ),
});

export const phraseList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      words: z.string(),
      bureau: z.string().nullable().describe("机关代码；本人的为 null"),
      bureauName: z.string().nullable(),
      mayRemove: z.boolean(),
    }),
  ),
});
