import { z } from "zod";
import {
  cells,
  cellValue,
  hash,
  identity,
  instant,
  sectionKey,
  tableKey,
} from "@/lib/openapi/parts";
import { eventWords, type ReportEvent } from "@/lib/reports/verdicts/schema";
import { planDefinition } from "@/lib/reviews/plans/schema";
import { DraftState, LiveState } from "@/prisma/generated/enums";

const paragraphs = z.array(z.string());

/** A section's text, as the form and the conflict show it. */
export const sectionContent = z.union([
  z.strictObject({ kind: z.literal("prose"), paragraphs }),
  z.strictObject({ kind: z.literal("table"), cells, notes: paragraphs }),
]);

const stored = {
  version: z.int(),
  hash,
  origins: z.record(z.string(), z.enum(["typed", "imported", "carried", "stated"])),
};

export const section = z.union([
  z.strictObject({ ...stored, paragraphs }),
  z.strictObject({ ...stored, cells, notes: paragraphs }),
]);

const round = z.strictObject({
  no: z.int(),
  plan: planDefinition,
  openedByName: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  outcome: z.enum(["APPROVED", "RETURNED", "RECALLED"]).nullable(),
  revisionNo: z.int(),
  contentHash: hash,
});

const publication = z.strictObject({
  no: z.int(),
  label: z.string(),
  contentHash: hash,
  publishedAt: instant,
  hash,
  address: z.string(),
});

export const action = z.strictObject({
  event: z.enum(Object.keys(eventWords) as [ReportEvent, ...ReportEvent[]]),
  step: z.string().optional(),
  allowed: z.boolean(),
  reasons: z.array(z.string()),
  needs: z.array(z.string()),
  confirms: z.array(z.string()).optional(),
  refusal: z.enum(["FORBIDDEN", "CONFLICT", "INVALID"]).nullable(),
});

const states = { version: z.int(), draft: z.enum(DraftState), live: z.enum(LiveState) };

/** 自填的上年数. */
const carryStatement = z.strictObject({
  carriedOut: z.record(z.string(), z.int()),
  document: z.string(),
  byName: z.string(),
  at: instant,
});

export const report = z.strictObject({
  id: z.uuid(),
  ...identity,
  bureauName: z.string(),
  format: z.string(),
  ...states,
  contentHash: hash,
  sections: z.record(sectionKey, section),
  round: round.nullable(),
  publication: publication.nullable(),
  carryStatement: carryStatement.nullable(),
  actions: z.array(action),
});

const listed = z.strictObject({ id: z.uuid(), ...identity, bureauName: z.string(), ...states });

export const reportList = z.strictObject({
  items: z.array(listed),
  nextCursor: z.string().nullable(),
});

export const created = z.strictObject({ id: z.uuid() });

/** `merged` is what the text has become, for a save from behind. */
export const saved = z.strictObject({ version: z.int(), hash, merged: sectionContent.optional() });

/** Who else is here now. */
export const presence = z.strictObject({
  people: z.array(
    z.strictObject({
      name: z.string(),
      section: z.string().nullable().describe("正在填写的部分；只在查看时为 null"),
    }),
  ),
});

/** The report as one document: snapshot, import and JSON export share it. */
export const content = z.strictObject({
  format: z.string(),
  ...identity,
  sections: z.partialRecord(sectionKey, paragraphs),
  tables: z.record(
    tableKey,
    z.record(z.string(), z.union([cellValue, z.record(z.string(), cellValue)])),
  ),
  notes: z.partialRecord(tableKey, paragraphs).optional(),
});

export const publishedReport = content.extend({
  publication: z.strictObject({
    version: z.string(),
    publishedAt: instant,
    contentHash: hash,
    sectionHashes: z.record(sectionKey, hash),
  }),
});

export const publishedList = z.strictObject({
  items: z.array(
    z.strictObject({
      ...identity,
      bureauName: z.string(),
      title: z.string(),
      version: z.string(),
      publishedAt: instant,
      contentHash: hash,
      address: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
