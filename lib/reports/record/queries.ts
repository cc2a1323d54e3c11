import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { visibleTo } from "@/lib/reports/policy";
import { recordOf } from "@/lib/reports/record/rules";
import type { ReviewRecord } from "@/lib/reports/record/schema";
import type { Prisma } from "@/prisma/generated/client";

const byWhom = { byId: true, byName: true, at: true };
const ofRevision = { revision: { select: { no: true, contentHash: true } } };
const oldest = [{ at: "asc" as const }, { id: "asc" as const }];

const decisions = {
  orderBy: oldest,
  select: {
    step: true,
    kind: true,
    actorName: true,
    forName: true,
    contentHash: true,
    hashes: true,
    opinion: true,
    checklist: true,
    proofErrors: true,
    at: true,
    paperId: true,
    ...ofRevision,
    items: {
      orderBy: { id: "asc" },
      select: {
        section: true,
        cell: true,
        words: true,
        errorClass: true,
        correction: true,
        answers: { orderBy: oldest, select: { kind: true, words: true, byName: true } },
      },
    },
  },
} satisfies Prisma.Round$decisionsArgs;

const rounds = {
  orderBy: { no: "asc" },
  select: {
    no: true,
    plan: true,
    planVersion: { select: { no: true } },
    ...ofRevision,
    openedByName: true,
    openedAt: true,
    closedAt: true,
    outcome: true,
    decisions,
    papers: {
      orderBy: oldest,
      select: {
        id: true,
        steps: true,
        signerName: true,
        contentHash: true,
        scan: { select: { sha256: true } },
        ...byWhom,
        confirmation: { select: byWhom },
      },
    },
    amendments: {
      orderBy: oldest,
      select: {
        step: true,
        section: true,
        beforeHash: true,
        afterHash: true,
        reason: true,
        actorName: true,
        at: true,
        revision: { select: { no: true } },
      },
    },
    handovers: {
      orderBy: oldest,
      select: { step: true, fromId: true, toId: true, toName: true, reason: true, ...byWhom },
    },
  },
} satisfies Prisma.Report$roundsArgs;

const recorded = {
  year: true,
  scope: true,
  format: true,
  bureau: { select: { code: true, name: true } },
  rounds,
  widenings: { orderBy: oldest, select: { section: true, reason: true, ...byWhom } },
  overrides: {
    orderBy: oldest,
    select: { guard: true, reason: true, ...byWhom, confirmation: { select: byWhom } },
  },
  publications: {
    orderBy: { no: "asc" },
    select: {
      label: true,
      changeNote: true,
      publishedBy: true,
      publishedAt: true,
      contentHash: true,
      ...ofRevision,
    },
  },
} satisfies Prisma.ReportSelect;

/** 审校单 of a report, for everybody who may read it. One statement. @throws NOT_FOUND */
export async function getReviewRecord(actor: Actor, id: string): Promise<ReviewRecord> {
  const where = { id, ...visibleTo(actor) };
  const report = await db.report.findFirst({ where, select: recorded });
  if (!report) throw notFoundError();
  return recordOf(report);
}
