import type { AuditType } from "@/lib/audit/types";
import { findSection, getFormat } from "@/lib/format/content";
import { shortHash } from "@/lib/format/short-hash";
import { overridableGuards } from "@/lib/reviews/plan-words/rules";

/** A page of the log as the auditor reads it. */
export interface AuditPage {
  items: AuditRow[];
  nextCursor: string | null;
  chains: { chain: string; name: string }[];
  types: { type: string; word: string }[];
}

export interface AuditRow {
  chain: string;
  chainName: string;
  seq: number;
  at: Date;
  actor: string;
  /** In words. */
  type: string;
  subject: string;
  /** The report's bureau and year, else the subject itself. */
  subjectName: string;
  data: string[];
  hash: string;
}

/** What a walk over all chains came to. */
export interface Verification {
  chains: number;
  rows: number;
  faults: ChainFault[];
}

export interface ChainFault {
  chain: string;
  seq: number;
  /** changed: the row is not what was hashed; link: its predecessor is another; missing: rows are gone. */
  kind: "changed" | "link" | "missing";
  /** In Chinese, for the auditor. */
  message: string;
}

type Words = Record<string, (value: unknown) => string | null>;

/** Words for the members of a fact's data; a member without words stands under its own key. */
const words: Words = {
  year: (value) => `${value} 年度`,
  scope: (value) => (value === "area" ? "汇总" : "本机关"),
  label: (value) => `版本 ${value}`,
  no: () => null,
  steps: (value) => list(value, stepWord),
  for: (value) => `代 ${list(value)}`,
  sections: (value) => list(value, sectionWord),
  round: (value) => `第 ${value} 次送审`,
  revision: (value) => `第 ${value} 稿`,
  plan: (value) => `审核流程“${value}”`,
  planVersion: (value) => `第 ${value} 版`,
  copyOf: (value) => `复制自“${value}”`,
  against: (value) => `对照第 ${value} 稿`,
  from: (value) => `恢复自第 ${value} 稿`,
  section: (value) => sectionWord(String(value)),
  guard: (value) => `规则：${guardWord(String(value))}`,
  item: () => null,
  override: () => null,
  paper: () => null,
  signer: (value) => `签字人 ${value}`,
  scan: (value) => `扫描件 ${shortHash(String(value))}`,
  reason: (value) => (value ? `理由：${value}` : null),
  before: (value) => `改前校验码 ${shortHash(String(value))}`,
  contentHash: (value) => `校验码 ${shortHash(String(value))}`,
  carriedOut: (value) => `上年结转数 ${list(value)}`,
  doubts: (value) => `存疑 ${value} 处`,
  name: (value) => `文件 ${value}`,
  files: (value) => `文件 ${list(Object.keys(Object(value)))}`,
  publication: (value) => `发布记录 ${shortHash(String(value))}`,
  address: (value) => (value ? `来自 ${value}` : null),
  channel: (value) => (value === "MAIL" ? "邮件" : "短信、政务微信或政务钉钉"),
  mail: (value) => (value ? "接收邮件" : "不接收邮件"),
  gateway: (value) => (value ? "接收手机消息" : "不接收手机消息"),
  step: (value) => `环节 ${value}`,
  told: (value) => `通知 ${value} 人`,
  failures: (value) => `连续失败 ${value} 次`,
  heads: (value) => `锚定 ${Array.isArray(value) ? value.length : 0} 条链的链首`,
  chains: (value) => `核验 ${value} 条链`,
  rows: (value) => `${value} 条记录`,
  faults: (value) => (value ? `发现 ${value} 处问题` : "未发现问题"),
};

/** Words that a member has in facts of one type alone. */
const wordsOfType: { [type in AuditType]?: Words } = {
  returned: { sections: (value) => (isEmpty(value) ? null : `退回 ${list(value, sectionWord)}`) },
  passed: { sections: (value) => `改动 ${list(value, sectionWord)}` },
  amended: { sections: (value) => `改动 ${list(value, sectionWord)}` },
  widened: { section: (value) => `增加 ${sectionWord(String(value))}` },
  answered: { kind: (value) => (value === "DONE" ? "已修改" : "说明情况") },
  "revision-restored": { section: (value) => `恢复 ${sectionWord(String(value))}` },
  claimed: { steps: (value) => list(stepKeys(value), stepWord) },
  "handed-over": {
    steps: (value) => list(stepKeys(value), stepWord),
    to: (value) => (isEmpty(value) ? "交还" : `移交给 ${list(value)}`),
  },
  delegated: {
    ...delegating(),
    from: (value) => `自 ${chinaTime(String(value))}`,
    until: (value) => `至 ${chinaTime(String(value))} 前`,
  },
  "delegation-revoked": delegating(),
};

function delegating(): Words {
  return { of: (value) => `代 ${list(value)}`, deputy: (value) => `代理人 ${list(value)}` };
}

/** 2026-01-05 14:03 in China, from an ISO time. */
function chinaTime(iso: string): string {
  const shifted = new Date(Date.parse(iso) + 8 * 60 * 60 * 1000);
  return shifted.toISOString().slice(0, 16).replace("T", " ");
}

/**
 * The data of a fact of some type in words, from its canonical JSON; what cannot be read is shown
 * as it stands.
 */
export function dataWords(type: string, data: string): string[] {
  const members = parseMembers(data);
  if (!members) return [data];
  const own = Object.entries(wordsOfType).find(([key]) => key === type)?.[1];
  const spoken = { ...words, ...own };
  const known = Object.entries(spoken).flatMap(([key, word]) =>
    Object.hasOwn(members, key) ? [word(members[key])] : [],
  );
  const unknown = Object.entries(members).filter(([key]) => !Object.hasOwn(spoken, key));
  return [...known, ...unknown.map(([key, value]) => `${key} ${list(value)}`)].filter(
    (text): text is string => Boolean(text),
  );
}

function parseMembers(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return value !== null && typeof value === "object" ? { ...value } : null;
  } catch {
    return null;
  }
}

function list(value: unknown, word: (one: string) => string = String): string {
  if (Array.isArray(value)) return value.map((one) => word(String(one))).join("、");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Of 认领 and 移交: [{step, fromId, toId}]. */
function stepKeys(value: unknown): string[] {
  return Array.isArray(value) ? value.map((one) => String(Object(one).step ?? one)) : [];
}

function guardWord(key: string): string {
  return Object.entries(overridableGuards).find(([guard]) => guard === key)?.[1] ?? key;
}

/** 一审, 一校 for the steps of the standard plan; other plans' steps by their key. */
function stepWord(key: string): string {
  const [, kind, level] = /^(review|proof)([1-9])$/.exec(key) ?? [];
  if (!kind) return key;
  return `${"一二三四五六七八九"[Number(level) - 1]}${kind === "review" ? "审" : "校"}`;
}

function sectionWord(key: string): string {
  return findSection(getFormat("2021"), key)?.label ?? key;
}
