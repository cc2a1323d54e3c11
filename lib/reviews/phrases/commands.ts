import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { readableBureaus } from "@/lib/reports/policy";
import type { NewPhraseInput } from "@/lib/reviews/phrases/schema";
import { keepsPlansOf } from "@/lib/reviews/plans/policy";
import { getKeptBureau } from "@/lib/reviews/stored-plans/queries";

/** More than these are no longer picked by one tap. */
const MAX_PHRASES = 30;

/**
 * Keeps a 常用意见, one's own or the bureau's.
 * @throws NOT_FOUND, FORBIDDEN (the bureau's by its 发布管理员), CONFLICT (kept already, too many)
 */
export async function addPhrase(
  actor: Actor,
  { words, bureau }: NewPhraseInput,
  now: Date,
): Promise<void> {
  const owner = bureau
    ? { bureauId: (await getKeptBureau(actor, bureau)).id }
    : { userId: actor.userId };
  if ((await db.phrase.count({ where: owner })) >= MAX_PHRASES) {
    throw new AppError("CONFLICT", [`常用意见最多留${MAX_PHRASES}条，请先删去不用的。`]);
  }
  const data = [{ words, ...owner, createdAt: now }];
  const { count } = await db.phrase.createMany({ data, skipDuplicates: true });
  if (!count) throw new AppError("CONFLICT", ["这一条已经有了。"]);
}

/** @throws NOT_FOUND, FORBIDDEN */
export async function removePhrase(actor: Actor, id: string): Promise<void> {
  const phrase = await db.phrase.findFirst({
    where: { id, OR: [{ userId: actor.userId }, { bureauId: { in: readableBureaus(actor) } }] },
    select: { bureauId: true },
  });
  if (!phrase) throw notFoundError();
  if (phrase.bureauId !== null && !keepsPlansOf(actor, phrase.bureauId)) {
    throw new AppError("FORBIDDEN", ["单位的常用意见由本单位的发布管理员管理。"]);
  }
  await db.phrase.deleteMany({ where: { id } });
}
