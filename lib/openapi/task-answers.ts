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
  draft: z.enum(DraftState),
  stage: z.string().nullable(),
  confirms: z.boolean(),
  submittedBy: z.string(),
  submittedAt: instant,
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
      at: instant,
    }),
  ),
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
