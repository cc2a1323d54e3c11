import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sha256 } from "@/lib/format/hash";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { openThread } from "@/lib/reviews/threads/commands";
import { callApi } from "@/tests/support/api";
import { actorOf, checklist, publishedReport, seedDistrict, tokenOf } from "@/tests/support/demo";

/**
 * Another bureau's report answers exactly as one that does not exist. The routes are read from the
 * disk, so that a new one is tried without anybody thinking of it.
 */

const root = "app/api/v1/reports/[id]";
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const absent = "00000000-0000-7000-8000-000000000000";
const strangers = [
  "jyj.clerk",
  "jyj.review1",
  "jyj.admin",
  "qzf.super",
  "sys.admin",
  "audit.admin",
];

const routes = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("route.ts"))
  .map((path) => path.replace(/\/?route\.ts$/, ""))
  .toSorted();

/** As much of a PDF as is looked at. */
const SCAN = "%PDF-1.7 scan";

/** What a person of the bureau would send and be answered; by path under the report. */
const asked: Record<string, { query?: string; body?: unknown; headers?: Record<string, string> }> =
  {
    "": {},
    "carry-statement": {
      body: {
        carriedOut: {
          naturalPerson: 1,
          business: 0,
          research: 0,
          charity: 0,
          legalService: 0,
          otherBody: 0,
        },
        document: "存档件",
      },
    },
    diff: { query: "?from=1&to=1" },
    "diff/[document]": { query: "?from=1&to=1" },
    events: { body: { event: "pass", version: 1, checklist } },
    "files/[name]": {},
    findings: { body: { fingerprints: ["T07:x"], reason: "已核实" } },
    "findings/[fingerprint]/explanation": { body: { reason: "已核实" } },
    history: {},
    "history/edit": {},
    import: { query: "?apply=true", body: "五、存在的主要问题及改进情况\n改好了。" },
    presence: { query: "?window=w1", body: { window: "w1", section: "problems" } },
    revisions: { body: { name: "一稿", version: 1 } },
    "revisions/[no]": {},
    "revisions/[no]/restoration": { body: { version: 1 } },
    "sections/[key]": { body: { paragraphs: ["改"] }, headers: { "if-match": '"2"' } },
    "sections/[key]/restoration": { body: { version: 2, clash: absent, text: "refused" } },
    "error-rates": {},
    record: {},
    scans: { body: SCAN },
    "scans/[scan]": {},
    source: {},
    widenings: { body: { section: "title", reason: "同步修改" } },
    "items/[item]/answer": { body: { kind: "DONE" } },
    threads: { body: { section: "problems", words: "请核对" } },
    "threads/[thread]/messages": { body: { words: "已核对" } },
    "threads/[thread]/resolution": { body: { resolved: true } },
  };

const params = {
  name: "report.pdf",
  document: "clean.pdf",
  fingerprint: "T07:x",
  no: "1",
  key: "problems",
  thread: "",
  scan: "",
  item: "00000000-0000-7000-8000-000000000000",
};

const tokens: Record<string, string> = {};
let id = "";

beforeAll(async () => {
  await seedDistrict();
  for (const account of [...strangers, "sfj.clerk"]) tokens[account] = await tokenOf(account);
  id = await publishedReport("sfj", 2025);
  const clerk = await actorOf("sfj.clerk");
  const thread = { section: "problems", mustResolve: false, words: "请写明期限" };
  params.scan = await scanOf(id);
  params.thread = await openThread(clerk, id, thread, new Date());
  const { key, userId, slot } = await db.sectionHistory.findFirstOrThrow({
    where: { reportId: id },
  });
  const edit = { section: key, by: userId, slot: slot.toISOString() };
  asked["history/edit"] = { query: `?${new URLSearchParams(edit)}` };
});

async function scanOf(reportId: string): Promise<string> {
  const { userId: byId, name: byName } = await actorOf("sfj.admin");
  const bytes = Buffer.from(SCAN);
  const file = { mime: "application/pdf", bytes, size: bytes.length, sha256: sha256(bytes) };
  const data = { reportId, ...file, byId, byName, at: new Date() };
  return (await db.paperScan.create({ data })).id;
}

type Handler = Parameters<typeof callApi>[0];

async function handlersOf(path: string): Promise<[string, Handler][]> {
  const module = await import(
    /* @vite-ignore */ `../../../${root}/${path ? `${path}/` : ""}route.ts`
  );
  return methods.flatMap((method) => (module[method] ? [[method, module[method]]] : []));
}

function ask(handler: Handler, method: string, path: string, account: string, reportId: string) {
  const { query, body, headers } = asked[path] ?? {};
  const isRead = method === "GET";
  return callApi(handler, {
    token: tokens[account] ?? "",
    method,
    params: { ...params, id: reportId },
    query,
    headers,
    ...(!isRead && body !== undefined && { body }),
  });
}

test("every route under a report is known here", () => {
  expect(routes.length).toBeGreaterThan(8);
  expect(routes.filter((path) => !(path in asked))).toEqual([]);
});

describe.each(routes)("/reports/{id}/%s", (path) => {
  test("answers a stranger as if the report did not exist, and changes nothing", async () => {
    const facts = () =>
      Promise.all([
        db.report.findMany(),
        db.auditEvent.count(),
        db.threadMessage.count(),
        db.presence.count(),
      ]);
    const before = await facts();
    for (const [method, handler] of await handlersOf(path)) {
      for (const account of strangers) {
        const behind = await ask(handler, method, path, account, id);
        const nothing = await ask(handler, method, path, account, absent);
        expect([method, account, behind.status]).toEqual([method, account, 404]);
        expect(behind.body).toEqual(nothing.body);
        expect([...behind.headers]).toEqual([...nothing.headers]);
      }
    }
    expect(await facts()).toEqual(before);
  });

  test("answers somebody of the bureau otherwise", async () => {
    for (const [method, handler] of await handlersOf(path)) {
      const own = await ask(handler, method, path, "sfj.clerk", id);
      const isUnknown = /^(?:findings|items)/.test(path) && method === "PUT";
      if (!isUnknown) expect([method, own.status]).not.toEqual([method, 404]);
      expect(own.status).toBeLessThan(500);
    }
  });
});

test("no list, no queue and no notice of a stranger names the report", async () => {
  await sweepOutbox(new Date());
  const { GET: list } = await import("@/app/api/v1/reports/route");
  const { GET: tasks } = await import("@/app/api/v1/tasks/route");
  for (const account of strangers) {
    const token = tokens[account] ?? "";
    const listed = await callApi(list, { token, query: "?bureau=sfj" });
    expect(listed.body).toEqual({ items: [], nextCursor: null });
    const queue = await callApi(tasks, { token });
    expect(JSON.stringify(queue.body)).not.toContain(id);
    const told = { user: { account }, href: { contains: id } };
    expect(await db.notification.count({ where: told })).toBe(0);
  }
});
