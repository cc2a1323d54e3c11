import { canonical, sha256 } from "@/lib/format/hash";

/** The chain of facts that belong to no bureau: sign-in failures, anchors. */
export const INSTALLATION = "installation";

/** What the first event of a chain names as its predecessor. */
export const GENESIS = "0".repeat(64);

/** A row of the log exactly as it is stored, without its own hash. */
export interface ChainedRow {
  chain: string;
  seq: number;
  at: Date;
  actorId: string | null;
  actor: string;
  type: string;
  subject: string;
  data: string;
  prevHash: string;
}

/** SHA-256 over the canonical JSON of all stored columns. */
export function rowHash(row: ChainedRow): string {
  const { chain, seq, at, actorId, actor, type, subject, data, prevHash } = row;
  return sha256(
    canonical({ chain, seq, at: at.toISOString(), actorId, actor, type, subject, data, prevHash }),
  );
}

/** The end of a chain, as an anchor names it. */
export interface Head {
  chain: string;
  seq: number;
  hash: string;
}

/** Heads that an anchor's data names; of data that somebody changed only what can still be read. */
export function headsIn(data: string): Head[] {
  try {
    const heads: unknown = JSON.parse(data)?.heads;
    return Array.isArray(heads) ? heads.filter(isHead) : [];
  } catch {
    return [];
  }
}

function isHead(value: unknown): value is Head {
  const { chain, seq, hash } = Object(value);
  return typeof chain === "string" && Number.isInteger(seq) && typeof hash === "string";
}
