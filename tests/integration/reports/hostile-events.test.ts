import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { PUT as explainOne } from "@/app/api/v1/reports/[id]/findings/[fingerprint]/explanation/route";
import { PUT as explain } from "@/app/api/v1/reports/[id]/findings/route";
import { POST as createReport } from "@/app/api/v1/reports/route";
import { db } from "@/lib/db";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  checklist,
  draftReport,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

const tokens: Record<string, string> = {};
let id = "";
let draft = "";

beforeAll(async () => {
  await seedDistrict();
  for (const person of ["clerk", "review1"]) tokens[person] = await tokenOf(`sfj.${person}`);
  id = await submittedReport("sfj", 2025);
  draft = await draftReport("sfj", 2024);
});

/** Whatever was refused has left no fact behind. */
beforeEach(async () => {
  const facts = () =>
    Promise.all([
      db.report.findMany({ orderBy: { id: "asc" } }),
      db.decision.count(),
      db.round.count(),
      db.auditEvent.count(),
      db.explanation.count(),
      db.outboxItem.count(),
    ]);
  const before = await facts();
  return async () => expect(await facts()).toEqual(before);
});

function send(body: unknown, person = "review1", reportId = id) {
  const headers = { "content-type": "application/json" };
  return callApi(postEvent, {
    token: tokens[person] ?? "",
    method: "POST",
    params: { id: reportId },
    body,
    headers,
  });
}

const pass = { event: "pass", version: 12, checklist };

async function version(): Promise<number> {
  return (await db.report.findUniqueOrThrow({ where: { id } })).version;
}

describe("an event", () => {
  test.each([
    ["none", {}],
    ["null", null],
    ["a list", []],
    ["an unknown one", { event: "archive" }],
    ["a prototype", { event: "__proto__" }],
    ["save, which has its own door", { event: "save" }],
    ["a list of events", { event: ["pass"] }],
    ["a step that is none", { steps: ["nonsense"] }],
    ["the step __proto__", { steps: ["__proto__"] }],
    ["no steps", { steps: [] }],
    ["too many steps", { steps: Array.from({ length: 10_000 }, () => "review1") }],
    ["half a character in a step", { steps: ["\ud83d"] }],
    ["an endless opinion", { opinion: "字".repeat(2001) }],
    ["a NUL in the opinion", { opinion: "同意\u0000" }],
    ["half a character in the opinion", { opinion: "同意\ud83d" }],
    ["an opinion that runs backwards", { opinion: "同意\u202e" }],
    ["an opinion that is no text", { opinion: { $ne: null } }],
    ["too long a checklist", { checklist: Array.from({ length: 10_000 }, () => "law") }],
    ["nothing ticked", { checklist: [] }],
    ["one tick for all", { checklist: Array.from({ length: 8 }, () => "law") }],
    ["a checklist that is no list", { checklist: "law" }],
    ["a NUL in the checklist", { checklist: [...checklist, "\u0000"] }],
    ["errors of an unknown class", { proofErrors: { constructor: 1 } }],
    ["fewer than no errors", { proofErrors: { typo: -1 } }],
    ["half an error", { proofErrors: { typo: 0.5 } }],
    ["endless errors", { proofErrors: { typo: 1e300 } }],
    ["another text than was seen", { contentHash: "0".repeat(64) }, 409],
    ["a hash without end", { contentHash: "0".repeat(9999) }],
    ["mass assignment: actor", { actorId: randomUUID() }],
    ["mass assignment: lane", { draft: "APPROVED" }],
    ["mass assignment: time", { at: "2020-01-01T00:00:00Z" }],
    ["mass assignment: hashes", { hashes: {} }],
  ])("%s is refused", async (_, changes, status = 422) => {
    const body =
      changes && !Array.isArray(changes) && Object.keys(changes).length
        ? { ...pass, version: await version(), ...changes }
        : changes;
    expectRefusal(await send(body), status);
  });

  test.each([
    ['{"event":"pass","version":1,"__proto__":{"event":"submit"}}', 422],
    ['{"event":"pass","version":1,"proofErrors":{"__proto__":1}}', 422],
    ['{"event":"pass","event":"submit"}', 428],
    ['{"event":"pass","opinion":"\\u0000"}', 422],
    ["event=pass&version=1", 422],
    ["\ufeff", 422],
    ["[".repeat(100_000), 422],
  ])("%# as it is", async (body, status) => expectRefusal(await send(body), status));
});

describe("a version", () => {
  test.each([
    [undefined, 428],
    [null, 422],
    ["12", 422],
    ["NaN", 422],
    [-1, 422],
    [0, 422],
    [1.5, 422],
    [1e9, 409],
    [1e300, 422],
    [true, 422],
    [[12], 422],
    [1, 409],
  ])("%j is refused with %i", async (value, status) => {
    expectRefusal(await send({ ...pass, version: value }), status);
  });
});

describe("items of a return", () => {
  const words = "请核对。";

  test.each([
    ["none", undefined],
    ["an empty list", []],
    ["no words", [{ section: "problems", words: " \n " }]],
    ["no section", [{ words }]],
    ["a section that is none", [{ section: "nonsense", words }]],
    ["the section __proto__", [{ section: "__proto__", words }]],
    ["the section constructor", [{ section: "constructor", words }]],
    ["a cell that is none", [{ section: "applications", cell: "constructor", words }]],
    ["a cell of prose", [{ section: "problems", cell: "received.total", words }]],
    ["an endless section", [{ section: "a".repeat(99), words }]],
    ["a NUL", [{ section: "problems", words: "改\u0000" }]],
    ["a bell", [{ section: "problems", words: "改\u0007" }]],
    ["half a character", [{ section: "problems", words: "改\udc00" }]],
    ["further members", [{ section: "problems", words, decisionId: randomUUID() }]],
    ["ten thousand", Array.from({ length: 10_000 }, () => ({ section: "problems", words }))],
    [
      "one right and one wrong",
      [
        { section: "problems", words },
        { section: "x", words },
      ],
    ],
    ["an object", { 0: { section: "problems", words } }],
  ])("%s are refused", async (_, items) => {
    expectRefusal(await send({ event: "return", version: await version(), items }), 422);
  });
});

describe("an explanation", () => {
  const give = (body: unknown) =>
    callApi(explain, {
      token: tokens.clerk ?? "",
      method: "PUT",
      params: { id: draft },
      headers: { "content-type": "application/json" },
      body,
    });
  const reason = "已核实无误";

  test.each([
    ["no fingerprint", { fingerprints: [], reason }, 422],
    ["one that is none", { fingerprints: ["T07:x"], reason }, 404],
    ["__proto__", { fingerprints: ["__proto__"], reason }, 404],
    ["a NUL", { fingerprints: ["\u0000"], reason }, 422],
    ["ten thousand", { fingerprints: Array.from({ length: 10_000 }, () => "x"), reason }, 422],
    ["one without end", { fingerprints: ["x".repeat(5000)], reason }, 422],
    ["no list", { fingerprints: "x", reason }, 422],
    ["no reason", { fingerprints: ["x"] }, 422],
    ["an empty reason", { fingerprints: ["x"], reason: "   " }, 422],
    ["a reason without end", { fingerprints: ["x"], reason: "字".repeat(501) }, 422],
    ["a control character", { fingerprints: ["x"], reason: "核实\u0007" }, 422],
    ["mass assignment", { fingerprints: ["x"], reason, byName: "王秉文" }, 422],
  ])("of %s is refused", async (_, body, status) => expectRefusal(await give(body), status));

  test.each([
    "%",
    "%E0%A4%A",
    "a/b",
    "../x",
    "%2F",
    "%00",
    "\u0000",
    "__proto__",
    "灋",
    "x".repeat(3000),
  ])("at an address that names no finding (%#)", async (fingerprint) => {
    const answer = await callApi(explainOne, {
      token: tokens.clerk ?? "",
      method: "PUT",
      params: { id: draft, fingerprint },
      body: { reason },
    });
    expectRefusal(answer, 404);
  });
});

describe("a new report", () => {
  const create = (body: unknown) =>
    callApi(createReport, {
      token: tokens.clerk ?? "",
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });

  test.each([
    ["a year far away", { bureau: "sfj", year: 1e9 }, 422],
    ["the year 2007", { bureau: "sfj", year: 2007 }, 422],
    ["half a year", { bureau: "sfj", year: 2023.5 }, 422],
    ["a year as text", { bureau: "sfj", year: "2023" }, 422],
    ["no bureau", { year: 2023 }, 422],
    ["a bureau without end", { bureau: "s".repeat(99), year: 2023 }, 422],
    ["a bureau that is none", { bureau: "xyz", year: 2023 }, 404],
    ["__proto__", { bureau: "__proto__", year: 2023 }, 404],
    ["a NUL", { bureau: "sfj\u0000", year: 2023 }, 422],
    ["a neighbour's", { bureau: "jyj", year: 2023 }, 404],
    ["a strange scope", { bureau: "sfj", year: 2023, scope: "all" }, 422],
    ["mass assignment: lane", { bureau: "sfj", year: 2023, draft: "APPROVED" }, 422],
    ["mass assignment: id", { bureau: "sfj", year: 2023, id: randomUUID() }, 422],
    ["the one that exists", { bureau: "sfj", year: 2025 }, 409],
  ])("of %s is refused", async (_, body, status) => expectRefusal(await create(body), status));
});
