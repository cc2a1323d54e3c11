import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import { findSupervised, supervised } from "@/lib/reports/facts/queries";

/**
 * 催办 by the office above, of a report whose text it may not read: by bureau and year.
 * @throws NOT_FOUND for a bureau that is none of its own and for a report that is not there alike;
 *   the rest as `performEvent`
 */
export async function urgeSupervised(
  actor: Actor,
  { bureau, year, version }: { bureau: string; year: number; version: number | undefined },
  now: Date,
): Promise<void> {
  const id = await findSupervised(db, actor, bureau, year);
  if (!id) throw notFoundError();
  await performEvent(actor, id, { event: "urge", version }, now, supervised);
}
