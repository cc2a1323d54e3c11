import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { EditRow } from "@/lib/reports/history/rules";
import { readableBureaus } from "@/lib/reports/policy";
import type { Prisma } from "@/prisma/generated/client";

/** Rows of a kind on one page; of clashes fewer, because they carry texts. */
export const LIMIT = 200;
export const CLASHES = 50;

export const revisionFacts = {
  no: true,
  reason: true,
  name: true,
  contentHash: true,
  createdById: true,
  createdByName: true,
  createdAt: true,
} satisfies Prisma.RevisionSelect;

const handoverFacts = {
  step: true,
  toId: true,
  toName: true,
  byId: true,
  byName: true,
  reason: true,
  at: true,
} satisfies Prisma.HandoverSelect;

const answeredItem = {
  section: true,
  cell: true,
  words: true,
  answers: {
    orderBy: { at: "asc" },
    select: { kind: true, words: true, byName: true, at: true },
  },
} satisfies Prisma.ReviewItemSelect;

/** Every kind of row of a report's history, older than an instant. */
export function factsBefore(before: Date) {
  const ofRevision = { revision: { select: { no: true } } };
  return {
    format: true,
    revisions: {
      where: { createdAt: { lt: before } },
      orderBy: { no: "desc" },
      take: LIMIT,
      select: { ...revisionFacts, amendments: { select: { section: true, reason: true } } },
    },
    rounds: {
      orderBy: { no: "desc" },
      select: {
        plan: true,
        openedByName: true,
        closedAt: true,
        outcome: true,
        ...ofRevision,
        decisions: { where: { kind: "RETURN" }, select: { items: { select: answeredItem } } },
        handovers: { select: handoverFacts },
      },
    },
    // As few as there are sections, for each return.
    widenings: { select: { section: true, reason: true, byName: true, at: true } },
    decisions: {
      where: { at: { lt: before } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: LIMIT,
      select: {
        step: true,
        kind: true,
        actorName: true,
        forName: true,
        opinion: true,
        contentHash: true,
        at: true,
        paperId: true,
        ...ofRevision,
        items: { select: { section: true, cell: true, words: true } },
      },
    },
    publications: {
      where: { publishedAt: { lt: before } },
      orderBy: { no: "desc" },
      take: LIMIT,
      select: {
        label: true,
        changeNote: true,
        publishedBy: true,
        publishedAt: true,
        contentHash: true,
        ...ofRevision,
      },
    },
    // As few as there are guards, for each text.
    overrides: {
      select: {
        guard: true,
        reason: true,
        byName: true,
        at: true,
        confirmation: { select: { byName: true, at: true } },
      },
    },
    urges: {
      where: { at: { lt: before } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: LIMIT,
      select: { step: true, byName: true, at: true },
    },
    clashes: {
      where: { at: { lt: before } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: CLASHES,
      select: {
        id: true,
        key: true,
        places: true,
        stored: true,
        refused: true,
        byName: true,
        at: true,
      },
    },
  } satisfies Prisma.ReportSelect;
}

/** Autosaves without their texts. */
export function listEdits(actor: Actor, reportId: string, before: Date): Promise<EditRow[]> {
  return db.$queryRaw<EditRow[]>`
    SELECT h.key AS section, h."userId" AS by, u.name AS who, h.slot, h."savedAt" AS at
    FROM "SectionHistory" h JOIN "User" u ON u.id = h."userId" JOIN "Report" r ON r.id = h."reportId"
    WHERE h."reportId" = ${reportId}::uuid AND r."bureauId" = ANY(${readableBureaus(actor)}::uuid[])
      AND h."savedAt" < ${before}
    ORDER BY h."savedAt" DESC, h.key, h."userId", h.slot LIMIT ${LIMIT}`;
}
