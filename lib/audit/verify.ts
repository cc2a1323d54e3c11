import "server-only";
import { type ChainedRow, GENESIS, headsIn, INSTALLATION, rowHash } from "@/lib/audit/chain";
import type { ChainFault, Verification } from "@/lib/audit/rules";
import { db } from "@/lib/db";

type StoredRow = ChainedRow & { hash: string };
type Heads = Map<string, { seq: number; hash: string }[]>;

const BATCH = 2000;

/** Walks every row of every chain and holds chain ends against heads and anchors. */
export async function verifyChains(): Promise<Verification> {
  const promised = await promisedRows();
  const result: Verification = { chains: promised.size, rows: 0, faults: [] };
  for (const [chain, marks] of promised) {
    result.rows += await walkChain(chain, marks, result.faults);
  }
  return result;
}

/** What heads and anchors say must exist: seq and hash per chain. */
async function promisedRows(): Promise<Heads> {
  const promised: Heads = new Map();
  const marksOf = (chain: string) => {
    const marks = promised.get(chain) ?? [];
    promised.set(chain, marks);
    return marks;
  };
  const chains = await db.auditEvent.groupBy({ by: ["chain"] });
  for (const { chain } of chains) marksOf(chain);
  for (const head of await db.chainHead.findMany()) marksOf(head.chain).push(head);
  const anchors = await db.auditEvent.findMany({
    where: { chain: INSTALLATION, type: "anchor" },
    select: { data: true },
  });
  for (const { data } of anchors) {
    for (const head of headsIn(data)) marksOf(head.chain).push(head);
  }
  return promised;
}

async function walkChain(
  chain: string,
  marks: { seq: number; hash: string }[],
  faults: ChainFault[],
): Promise<number> {
  const expected = new Map(marks.map((mark) => [`${mark.seq} ${mark.hash}`, mark.seq]));
  let last = { seq: 0, hash: GENESIS };
  let count = 0;
  for (;;) {
    const rows: StoredRow[] = await db.auditEvent.findMany({
      where: { chain, seq: { gt: last.seq } },
      orderBy: { seq: "asc" },
      take: BATCH,
    });
    for (const row of rows) {
      checkRow(row, last, faults);
      expected.delete(`${row.seq} ${row.hash}`);
      last = { seq: row.seq, hash: row.hash };
    }
    count += rows.length;
    if (rows.length < BATCH) break;
  }
  for (const seq of new Set(expected.values())) {
    const message = `「${chain}」链第 ${seq} 条应当存在，但已缺失或被替换`;
    faults.push({ chain, seq, kind: "missing", message });
  }
  return count;
}

function checkRow(row: StoredRow, last: { seq: number; hash: string }, faults: ChainFault[]) {
  const fault = (kind: ChainFault["kind"], message: string) =>
    faults.push({ chain: row.chain, seq: row.seq, kind, message });
  const place = `「${row.chain}」链第 ${row.seq} 条`;
  if (row.seq !== last.seq + 1) fault("missing", `${place}之前缺少记录`);
  else if (row.prevHash !== last.hash) fault("link", `${place}与前一条衔接不上`);
  if (rowHash(row) !== row.hash) fault("changed", `${place}的内容被改动过`);
}
