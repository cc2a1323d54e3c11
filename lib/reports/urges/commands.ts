import "server-only";
import { peopleToUrge, waitingFor } from "@/lib/reports/urges/rules";
import type { Outcome, Scene } from "@/lib/reviews/commands";

/** 催办: keeps who asked for haste with what; those for whom the report waits are told of it. */
export async function urge({ tx, actor, record, now }: Scene): Promise<Outcome> {
  const step = waitingFor(record)?.step ?? "";
  const by = { byId: actor.userId, byName: actor.name, at: now };
  await tx.urge.create({ data: { reportId: record.id, step, ...by } });
  const told = peopleToUrge(record, actor).length;
  return { lane: null, audit: "urged", data: { step, told } };
}
