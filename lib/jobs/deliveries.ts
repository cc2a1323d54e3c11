import "server-only";
import { INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { callGateway } from "@/lib/jobs/gateway";
import { isRefusedForGood, sendMail } from "@/lib/jobs/mail";
import { gatewayValues, mailOf } from "@/lib/notifications/mails/rules";
import type { Notice } from "@/lib/notifications/rules";
import { Prisma } from "@/prisma/generated/client";
import type { DeliveryChannel, DeliveryOutcome } from "@/prisma/generated/enums";

const MINUTE_MS = 60_000;
/** Longer than any attempt takes. What a killed process held comes up again after it. */
const LEASE_MS = 3 * MINUTE_MS;
/** Minutes from one failed attempt to the next; after the last it is given up. */
const pauses = [1, 5, 15, 60, 240, 720];
/** Of one run. */
const BATCH = 100;

/** Channels that the environment opens. */
export function openChannels(): DeliveryChannel[] {
  return [
    ...(env.SMTP_URL ? ["MAIL" as const] : []),
    ...(env.GATEWAY_URL ? ["GATEWAY" as const] : []),
  ];
}

/**
 * Puts notices on their way, in the transaction that shows them in the program: for each person who
 * has an address and wants it. The gateway gets only what waits for somebody.
 */
export async function prepareDeliveries(
  tx: Prisma.TransactionClient,
  itemIds: string[],
  now: Date,
): Promise<void> {
  const channels = openChannels();
  if (!channels.length) return;
  await tx.$executeRaw`
    INSERT INTO "Delivery" (id, "outboxId", "userId", channel, "createdAt", "nextAt")
    SELECT gen_random_uuid(), o.id, u.id, c.channel, ${now}, ${now}
    FROM "OutboxItem" o JOIN "Notification" n ON n."outboxId" = o.id
      JOIN "User" u ON u.id = n."userId"
      CROSS JOIN unnest(${channels}::"DeliveryChannel"[]) AS c(channel)
    WHERE o.id = ANY(${itemIds}::uuid[]) AND o.payload ? 'about' AND ${wanted}
      AND (c.channel = 'MAIL' OR o.payload #>> '{about,step}' IS NOT NULL)
    ON CONFLICT DO NOTHING`;
}

/** Whether a person (`u`) has an address for a channel (`c`) and wants it used. */
const wanted = Prisma.sql`u."disabledAt" IS NULL AND CASE c.channel
  WHEN 'MAIL' THEN u.email IS NOT NULL AND u."byMail"
  ELSE u.phone IS NOT NULL AND u."byGateway" END`;

/** Sends what is due by a channel, one after the other. @returns how many were tried */
export async function sweepDeliveries(
  channel: DeliveryChannel,
  clock: () => Date,
): Promise<number> {
  if (!openChannels().includes(channel)) return 0;
  for (let tried = 0; tried < BATCH; tried += 1) {
    const claimed = await claim(channel, clock());
    if (!claimed) return tried;
    await attempt(claimed, clock);
  }
  return BATCH;
}

interface Claimed {
  id: string;
  channel: DeliveryChannel;
  attempts: number;
  payload: Notice;
  account: string;
  name: string;
  email: string | null;
  phone: string | null;
  wanted: boolean;
}

/**
 * Takes the delivery that is due longest, and moves it out of everybody's sight before anything
 * leaves: of two sweepers one gets it, and a third finds it only when the lease is over.
 */
async function claim(channel: DeliveryChannel, now: Date): Promise<Claimed | null> {
  const lease = new Date(now.getTime() + LEASE_MS);
  const [claimed] = await db.$queryRaw<Claimed[]>`
    UPDATE "Delivery" c SET attempts = c.attempts + 1, "nextAt" = ${lease}
    FROM "OutboxItem" o, "User" u
    WHERE c.id = (
      SELECT id FROM "Delivery" WHERE channel = ${channel}::"DeliveryChannel"
        AND "endedAt" IS NULL AND "nextAt" <= ${now}
      ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    ) AND o.id = c."outboxId" AND u.id = c."userId"
    RETURNING c.id, c.channel, c.attempts, o.payload, u.account, u.name, u.email, u.phone,
      (${wanted}) AS wanted`;
  return claimed ?? null;
}

async function attempt(claimed: Claimed, clock: () => Date): Promise<void> {
  if (!claimed.wanted) return end(claimed, "DROPPED", clock());
  // Killed again and again in the middle of it: it is not tried for ever either.
  if (claimed.attempts > pauses.length + 1) return giveUp(claimed, clock());
  try {
    await send(claimed);
  } catch (error) {
    const pause = isRefusedForGood(error) ? undefined : pauses[claimed.attempts - 1];
    return pause === undefined ? giveUp(claimed, clock()) : tryLater(claimed, pause, clock());
  }
  await end(claimed, "SENT", clock());
}

async function send({ id, channel, payload: notice, name, email, phone }: Claimed): Promise<void> {
  const sending = { id, notice, name, site: env.APP_URL };
  if (channel === "GATEWAY") return callGateway(gatewayValues(sending, phone ?? ""));
  return sendMail({ id, to: { name, address: email ?? "" }, ...mailOf(sending) });
}

async function end({ id }: Claimed, outcome: DeliveryOutcome, now: Date): Promise<void> {
  await db.delivery.update({ where: { id }, data: { endedAt: now, outcome } });
}

async function tryLater({ id }: Claimed, minutes: number, now: Date): Promise<void> {
  const nextAt = new Date(now.getTime() + minutes * MINUTE_MS);
  await db.delivery.update({ where: { id }, data: { nextAt } });
}

/** Given up where the auditor sees it. */
async function giveUp(claimed: Claimed, now: Date): Promise<void> {
  const { channel, attempts: failures, account: subject } = claimed;
  await db.$transaction(async (tx) => {
    await tx.delivery.update({
      where: { id: claimed.id },
      data: { endedAt: now, outcome: "FAILED" },
    });
    const entry = { chain: INSTALLATION, actor: { id: null, name: "系统" }, subject };
    await appendAudit(tx, { ...entry, type: "delivery-failed", data: { channel, failures } }, now);
  });
}
