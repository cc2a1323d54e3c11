import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "@/lib/db";
import { seed } from "@/scripts/demonstration.mjs";
import { migrate } from "@/scripts/migrations.mjs";
import { makeTemporaryDataDir } from "@/scripts/temporary-data.mjs";
import { draftReport, tokenOf } from "@/tests/support/demo";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { type Site, startSite } from "@/tests/support/site";

/** Who is told of a submission; each has a mailbox. */
const told = ["sfj.both", "sfj.proof1", "sfj.review1"];
let dataDir = "";
let site: Site;
let mailbox: MailServer;
let year = 2030;

beforeAll(async () => {
  dataDir = await makeTemporaryDataDir();
  mailbox = await startMailServer();
  process.env.SMTP_URL = mailbox.url;
  process.env.MAIL_FROM = "nb@example.gov.cn";
  site = await startSite(dataDir, async (urls) => {
    await migrate(urls);
    await seed(urls);
  });
  for (const account of told) {
    await db.user.update({ where: { account }, data: { email: `${account}@example.gov.cn` } });
  }
});

afterAll(async () => {
  await closeDatabase();
  await site?.stop();
  await mailbox?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function restart() {
  await closeDatabase();
  await site.stop();
  site = await startSite(dataDir);
}

/** Reports of the bureau, sent to review through the site as it is served. */
async function submit(count: number): Promise<string[]> {
  const token = await tokenOf("sfj.clerk");
  const ids: string[] = [];
  for (let no = 0; no < count; no += 1) {
    year += 1;
    const id = await draftReport("sfj", year);
    const { version } = await db.report.findUniqueOrThrow({ where: { id } });
    const answer = await fetch(`${site.url}/api/v1/reports/${id}/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ event: "submit", version }),
    });
    expect(answer.status).toBe(200);
    ids.push(id);
  }
  return ids;
}

/** How often each person was told of each report: in the program, and by mail. */
async function tellings(ids: string[]) {
  const shown = await db.notification.findMany({
    where: { href: { in: ids.map((id) => `/desk/reviews/${id}`) } },
    select: { href: true, user: { select: { account: true } } },
  });
  const mailed = mailbox.received.flatMap(({ text, to }) =>
    ids.filter((id) => text.includes(id)).map((id) => `${id} ${to[0]?.split("@")[0]}`),
  );
  const lines = shown.map(({ href, user }) => `${href.split("/").at(-1)} ${user.account}`);
  return { shown: lines.toSorted(), mailed: mailed.toSorted() };
}

async function untilAllEnded() {
  for (let open = 1; open > 0; await sleep(100)) {
    const waiting = await db.outboxItem.count({ where: { doneAt: null } });
    // What a killed process held is nobody's for some minutes; they pass at once here.
    await db.delivery.updateMany({ where: { endedAt: null }, data: { nextAt: new Date(0) } });
    open = waiting + (await db.delivery.count({ where: { endedAt: null } }));
  }
  // Whoever would send something twice has the time for it.
  await sleep(5_000);
}

const once = (ids: string[]) =>
  ids.flatMap((id) => told.map((account) => `${id} ${account}`)).toSorted();

test("killed between the decision and its notices: each goes out once", async () => {
  const client = new pg.Client({ connectionString: site.urls.superuser });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE "Notification" IN EXCLUSIVE MODE`);
  const ids = await submit(3);
  // The sweep is in the very middle of it.
  const stopped = () => client.query("SELECT FROM pg_locks WHERE NOT granted");
  while ((await stopped()).rowCount === 0) await sleep(50);
  await site.killApp();
  expect(mailbox.received).toEqual([]);
  await client.query("ROLLBACK");
  await client.end();
  expect(await tellings(ids)).toEqual({ shown: [], mailed: [] });
  await restart();
  await untilAllEnded();
  expect(await tellings(ids)).toEqual({ shown: once(ids), mailed: once(ids) });
});

test("killed while they go out: none is lost, and none goes twice but one in the very act", async () => {
  mailbox.hold(120);
  const ids = await submit(5);
  const arrived = mailbox.received.length;
  while (mailbox.received.length < arrived + 2) await sleep(10);
  await site.killApp();
  mailbox.hold(0);
  await restart();
  await untilAllEnded();
  const { shown, mailed } = await tellings(ids);
  expect(shown).toEqual(once(ids));
  expect([...new Set(mailed)]).toEqual(once(ids));
  expect(mailed.length).toBeLessThanOrEqual(once(ids).length + 1);
  const numbers = mailbox.received.map(({ messageId }) => messageId);
  expect(new Set(numbers).size).toBe(once(ids).length + 9);
});
