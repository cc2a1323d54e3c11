import "server-only";
import { INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import { type AuditPage, dataWords, type Verification } from "@/lib/audit/rules";
import type { AuditQuery } from "@/lib/audit/schema";
import { type AuditType, auditTypes } from "@/lib/audit/types";
import { verifyChains } from "@/lib/audit/verify";
import type { Actor } from "@/lib/auth/actor";
import { hasRole } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";

const PAGE = 50;

/** The log, newest first, for the 审计管理员 alone. @throws NOT_FOUND for everybody else. */
export async function listAuditEvents(actor: Actor, filter: AuditQuery) {
  requireAuditor(actor);
  const [at, chain, seq] = filter.cursor?.split("|") ?? [];
  const before = at && chain && seq ? { at: new Date(at), chain, seq: Number(seq) } : null;
  const rows = await db.auditEvent.findMany({
    where: {
      chain: filter.chain || undefined,
      type: filter.type || undefined,
      subject: filter.subject || undefined,
      ...(before && {
        OR: [
          { at: { lt: before.at } },
          { at: before.at, chain: { lt: before.chain } },
          { at: before.at, chain: before.chain, seq: { lt: before.seq } },
        ],
      }),
    },
    orderBy: [{ at: "desc" }, { chain: "desc" }, { seq: "desc" }],
    take: PAGE + 1,
  });
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  const more = rows.length > PAGE && last;
  return { items, nextCursor: more ? `${last.at.toISOString()}|${last.chain}|${last.seq}` : null };
}

/** A page of the log with words for everything in it, and what it can be filtered by. */
export async function getAuditPage(actor: Actor, filter: AuditQuery): Promise<AuditPage> {
  const { items, nextCursor } = await listAuditEvents(actor, filter);
  const [chains, reports] = await Promise.all([
    listChains(),
    nameReports(items.map((item) => item.subject)),
  ]);
  return {
    items: items.map((item) => ({
      chain: item.chain,
      chainName: chains.get(item.chain) ?? item.chain,
      seq: item.seq,
      at: item.at,
      actor: item.actor,
      type: wordOf(item.type),
      subject: item.subject,
      subjectName: reports.get(item.subject) ?? item.subject,
      data: dataWords(item.type, item.data),
      hash: item.hash,
    })),
    nextCursor,
    chains: [...chains].map(([chain, name]) => ({ chain, name })),
    types: Object.entries(auditTypes).map(([type, word]) => ({ type, word })),
  };
}

function wordOf(type: string): string {
  return type in auditTypes ? auditTypes[type as AuditType] : type;
}

/** Every chain with the name of its bureau; the installation's is 系统. */
async function listChains(): Promise<Map<string, string>> {
  const heads = await db.chainHead.findMany({ select: { chain: true }, orderBy: { chain: "asc" } });
  const codes = heads.map((head) => head.chain);
  const bureaus = await db.bureau.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
  });
  const names = new Map(bureaus.map(({ code, name }) => [code, name]));
  return new Map(
    codes.map((code) => [code, code === INSTALLATION ? "系统" : (names.get(code) ?? code)]),
  );
}

const reportId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Which reports facts are about: bureau and year, never a word of a text. */
async function nameReports(subjects: string[]): Promise<Map<string, string>> {
  const reports = await db.report.findMany({
    where: { id: { in: [...new Set(subjects)].filter((subject) => reportId.test(subject)) } },
    select: { id: true, year: true, bureau: { select: { name: true } } },
  });
  return new Map(reports.map(({ id, year, bureau }) => [id, `${bureau.name} ${year} 年度报告`]));
}

/** Walks all chains and records that it was done. @throws NOT_FOUND unless an auditor asks. */
export async function verifyAudit(actor: Actor, now: Date): Promise<Verification> {
  requireAuditor(actor);
  const result = await verifyChains();
  const data = { chains: result.chains, rows: result.rows, faults: result.faults.length };
  const who = { id: actor.userId, name: actor.name };
  await db.$transaction((tx) =>
    appendAudit(
      tx,
      { chain: INSTALLATION, type: "audit-verified", actor: who, subject: "", data },
      now,
    ),
  );
  return result;
}

function requireAuditor(actor: Actor) {
  if (!hasRole(actor, null, "AUDITOR")) throw notFoundError();
}
