import { z } from "zod";
import { cellValue, hash, instant, sectionKey, tableKey } from "@/lib/openapi/parts";
import { content, sectionContent } from "@/lib/openapi/report-answers";
import { RevisionReason } from "@/prisma/generated/enums";

const finding = z.strictObject({
  rule: z.string(),
  name: z.string(),
  tier: z.enum(["block", "warn", "hint"]),
  section: sectionKey,
  cell: z.string().optional(),
  cells: z.array(z.string()).optional(),
  range: z.strictObject({ paragraph: z.int(), start: z.int(), end: z.int() }).optional(),
  message: z.string(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  advice: z.string(),
  certain: z.boolean(),
  fingerprint: z.string(),
  explanation: z
    .strictObject({
      fingerprint: z.string(),
      reason: z.string(),
      byName: z.string(),
      at: instant,
    })
    .nullable(),
});

export const findings = z.strictObject({ findings: z.array(finding) });

const item = z.strictObject({
  section: z.string(),
  cell: z.string().nullable(),
  words: z.string(),
});

const clash = z.strictObject({
  id: z.uuid(),
  section: sectionKey,
  places: z.array(
    z.strictObject({
      place: z.string(),
      stored: z.string().nullable(),
      refused: z.string().nullable(),
    }),
  ),
});

export const history = z.strictObject({
  items: z.array(
    z.strictObject({
      at: instant,
      who: z.string(),
      kind: z.enum([
        "kept",
        "imported",
        "submitted",
        "restored",
        "named",
        "amended",
        "recalled",
        "passed",
        "returned",
        "answered",
        "widened",
        "claimed",
        "handed-over",
        "published",
        "overridden",
        "override-confirmed",
        "edited",
        "urged",
        "clashed",
      ]),
      revisionNo: z.int().nullable(),
      contentHash: hash.nullable(),
      steps: z.array(z.string()),
      words: z.string(),
      items: z.array(item),
      edits: z.array(
        z.strictObject({ section: sectionKey, by: z.uuid(), slot: instant, at: instant }),
      ),
      clash: clash.nullable(),
    }),
  ),
  nextCursor: instant.nullable(),
});

const revisionFacts = {
  no: z.int(),
  reason: z.enum(RevisionReason),
  name: z.string(),
  contentHash: hash,
  createdByName: z.string(),
  createdAt: instant,
};

export const revisionList = z.strictObject({ items: z.array(z.strictObject(revisionFacts)) });

export const revision = z.strictObject({
  ...revisionFacts,
  sectionHashes: z.record(sectionKey, hash),
  content,
});

const change = z.strictObject({
  section: sectionKey,
  label: z.string(),
  cell: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const changes = z.strictObject({ changes: z.array(change) });

export const edit = z.strictObject({
  section: sectionKey,
  who: z.string(),
  at: instant,
  content: sectionContent,
  before: z
    .strictObject({ who: z.string(), at: instant, revisionNo: z.int().nullable() })
    .nullable(),
  changes: z.array(change),
});

/** What an import would do, or did: doubts first. */
export const imported = z.strictObject({
  version: z.int(),
  content,
  doubts: z.array(
    z.strictObject({
      where: z.strictObject({
        section: sectionKey.nullable(),
        cell: z.string().nullable(),
        line: z.int(),
      }),
      raw: z.string(),
      reason: z.string(),
    }),
  ),
  questions: z.array(z.string()),
  changes: z.array(change),
  source: z.strictObject({
    totals: z.partialRecord(tableKey, z.record(z.string(), cellValue)),
    layout: z.array(z.strictObject({ table: tableKey, problem: z.string() })),
    headings: z.array(z.string()),
  }),
});

const auditEvent = z.strictObject({
  chain: z.string(),
  seq: z.int(),
  at: instant,
  actorId: z.string().nullable(),
  actor: z.string(),
  type: z.string(),
  subject: z.string(),
  data: z.string().describe("规范 JSON 文本，其校验码在链上"),
  prevHash: hash,
  hash,
});

export const auditList = z.strictObject({
  items: z.array(auditEvent),
  nextCursor: z.string().nullable(),
});

export const verification = z.strictObject({
  chains: z.int(),
  rows: z.int(),
  faults: z.array(
    z.strictObject({
      chain: z.string(),
      seq: z.int(),
      kind: z.enum(["changed", "link", "missing"]),
      message: z.string(),
    }),
  ),
});
