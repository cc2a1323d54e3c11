import { z } from "zod";
import { instant } from "@/lib/openapi/parts";
import { DecisionKind, DraftState } from "@/prisma/generated/enums";

const named = { id: z.uuid(), bureauName: z.string(), year: z.int() };

const place = {
  ...named,
  revisionNo: z.int(),
  roundNo: z.int(),
};

const queued = z.strictObject({
  ...place,
  stage: z.string(),
  steps: z.array(z.string()),
  claimedBy: z.array(z.string()).describe("由谁认领"),
  forNames: z.array(z.string()).describe("代谁办理"),
  confirms: z.boolean(),
  submittedBy: z.string(),
  submittedAt: instant,
  dueAt: instant.nullable().describe("限办时间，到这一刻为止"),
});

/** 待办, 在途, 已办. */
export const tasks = z.strictObject({
  waiting: z.array(queued),
  underway: z.array(queued),
  done: z.array(
    z.strictObject({
      ...place,
      steps: z.array(z.string()),
      kind: z.enum(DecisionKind),
      opinion: z.string(),
      signedBy: z.string().nullable().describe("代理办理的：李四（代 张三）"),
      at: instant,
    }),
  ),
  counts: z.strictObject({ waiting: z.int(), underway: z.int() }),
  drafting: z.array(z.strictObject({ ...named, draft: z.enum(DraftState) })),
  publishing: z.array(z.strictObject(named)),
  /** 例外 that I may confirm. */
  confirming: z.array(
    z.strictObject({
      ...named,
      overrides: z.array(
        z.strictObject({
          id: z.uuid(),
          label: z.string(),
          reason: z.string(),
          byName: z.string(),
          at: instant,
          confirmedByName: z.string().nullable(),
        }),
      ),
    }),
  ),
});
