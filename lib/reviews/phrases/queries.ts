import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { readableBureaus } from "@/lib/reports/policy";
import type { PhraseItem } from "@/lib/reviews/phrases/schema";
import { keepsPlansOf } from "@/lib/reviews/plans/policy";

/** 常用意见 of the actor and of his bureaus, in the order in which they were added. */
export async function listPhrases(actor: Actor): Promise<PhraseItem[]> {
  const rows = await db.phrase.findMany({
    where: { OR: [{ userId: actor.userId }, { bureauId: { in: readableBureaus(actor) } }] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      words: true,
      bureauId: true,
      bureau: { select: { code: true, name: true } },
    },
  });
  return rows.map(({ id, words, bureauId, bureau }) => ({
    id,
    words,
    bureau: bureau?.code ?? null,
    bureauName: bureau?.name ?? null,
    mayRemove: bureauId === null || keepsPlansOf(actor, bureauId),
  }));
}
