import { beforeAll, expect, test } from "vitest";
import { GET as getPublished } from "@/app/api/public/v1/reports/[bureau]/[year]/route";
import { GET as listPublished } from "@/app/api/public/v1/reports/route";
import { GET as listAudit } from "@/app/api/v1/audit/route";
import { POST as verifyAudit } from "@/app/api/v1/audit/verify/route";
import { GET as getMe } from "@/app/api/v1/me/route";
import { GET as getDocument } from "@/app/api/v1/openapi.json/route";
import { GET as getDiff } from "@/app/api/v1/reports/[id]/diff/route";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { PUT as explain, GET as getFindings } from "@/app/api/v1/reports/[id]/findings/route";
import { GET as getHistory } from "@/app/api/v1/reports/[id]/history/route";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { GET as getRevision } from "@/app/api/v1/reports/[id]/revisions/[no]/route";
import { GET as listRevisions } from "@/app/api/v1/reports/[id]/revisions/route";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { PATCH as saveSection } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { POST as createReport, GET as listReports } from "@/app/api/v1/reports/route";
import { GET as listTasks } from "@/app/api/v1/tasks/route";
import { POST as createToken } from "@/app/api/v1/tokens/route";
import { openApiDocument } from "@/lib/openapi/document";
import { operations } from "@/lib/openapi/operations";
import { answers } from "@/lib/openapi/schemas";
import { callApi } from "@/tests/support/api";
import {
  act,
  draftReport,
  pass,
  publishedReport,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

type Answer = Awaited<ReturnType<typeof callApi>>;

let clerk = "";
let reviewer = "";
let auditor = "";
let draft = "";
let returned = "";
let published = "";

beforeAll(async () => {
  await seedDistrict();
  draft = await draftReport("sfj", 2022);
  returned = await submittedReport("sfj", 2023);
  await pass("sfj.review1", returned);
  const items = [{ section: "applications", cell: "received.naturalPerson", words: "请核对" }];
  await act("sfj.review2", returned, { event: "return", items });
  published = await publishedReport("sfj", 2024);
  await submittedReport("sfj", 2021);
  [clerk, reviewer, auditor] = [
    await tokenOf("sfj.clerk"),
    await tokenOf("sfj.review1"),
    await tokenOf("audit.admin"),
  ];
}, 120_000);

/** The answer is the one that the document promises for the operation; nothing is left unsaid. */
function expectPromised(id: string, { status, body, headers }: Answer) {
  const operation = operations.find((listed) => listed.id === id);
  if (!operation) throw new Error(`No operation ${id}`);
  expect(status).toBe(operation.status ?? 200);
  if (!operation.answer) return expect(body).toBe("");
  expect(headers.get("content-type")).toMatch(/^application\/json/);
  return expect(answers[operation.answer].parse(body)).toEqual(body);
}

test("reports: list, draft, returned, published", async () => {
  const list = await callApi(listReports, { token: clerk, query: "?limit=2" });
  expectPromised("listReports", list);
  expect(list.body.items).toHaveLength(2);
  expect(list.body.nextCursor).not.toBeNull();
  for (const id of [draft, returned, published]) {
    const report = await callApi(getReport, { token: clerk, params: { id } });
    expectPromised("getReport", report);
  }
});

test("a new report, and a save of prose and of cells, from behind too", async () => {
  const body = { bureau: "sfj", year: 2019 };
  const created = await callApi(createReport, { token: clerk, method: "POST", body });
  expectPromised("createReport", created);
  const again = await callApi(createReport, { token: clerk, method: "POST", body });
  expectProblem(again, 409, "CONFLICT");
  const save = (key: string, version: number, change: object) =>
    callApi(saveSection, {
      token: clerk,
      method: "PATCH",
      params: { id: created.body.id, key },
      headers: { "if-match": `"${version}"` },
      body: change,
    });
  expectPromised("saveSection", await save("problems", 1, { paragraphs: ["第一稿。"] }));
  const cells = { "received.naturalPerson": 6 };
  expectPromised("saveSection", await save("applications", 1, { cells }));
  const behind = {
    cells: { "received.business": 0 },
    base: { "received.business": null },
  };
  expectPromised("saveSection", await save("applications", 1, behind));
  const conflict = await save("problems", 1, { paragraphs: ["另一稿。"], base: [] });
  expectProblem(conflict, 409, "CONFLICT");
  expectProblem(await save("applications", 1, { cells: { received: 1.5 } }), 422, "INVALID");
});

test("findings, before and after an explanation", async () => {
  const id = await draftReport("jyj", 2019);
  const token = await tokenOf("jyj.clerk");
  const { body } = await callApi(getReport, { token, params: { id } });
  for (const [key, change] of Object.entries({
    problems: { paragraphs: ["瀘河区教育局对存在的问题进行了整改。"] },
    applications: { cells: { "received.naturalPerson": 77 } },
  })) {
    const headers = { "if-match": `"${body.sections[key].version}"` };
    const params = { id, key };
    await callApi(saveSection, { token, method: "PATCH", params, headers, body: change });
  }
  const read = () => callApi(getFindings, { token, params: { id } });
  const found = await read();
  expectPromised("listFindings", found);
  expect(found.body.findings.length).toBeGreaterThan(0);
  const [warning] = found.body.findings.filter(
    (finding: { tier: string }) => finding.tier === "warn",
  );
  expect(warning).toBeDefined();
  const explained = await callApi(explain, {
    token,
    method: "PUT",
    params: { id },
    body: { fingerprints: [warning.fingerprint], reason: "已核实无误" },
  });
  expectPromised("explainFindings", explained);
  expectPromised("listFindings", await read());
});

test("an import that is only looked at", async () => {
  const body =
    "灋河回族区教育局2020年政府信息公开工作年度报告\n一、总体情况\n本年度工作平稳。\n不明内容";
  const answer = await callApi(postImport, {
    token: clerk,
    method: "POST",
    params: { id: draft },
    body,
  });
  expectPromised("importText", answer);
  expect(answer.body.doubts.length).toBeGreaterThan(0);
  expect(answer.body.questions.length).toBeGreaterThan(0);
});

test("history, revisions and their differences", async () => {
  for (const id of [returned, published]) {
    const history = await callApi(getHistory, { token: clerk, params: { id } });
    expectPromised("getHistory", history);
    expect(history.body.items.length).toBeGreaterThan(2);
  }
  const params = { id: published };
  const revisions = await callApi(listRevisions, { token: clerk, params });
  expectPromised("listRevisions", revisions);
  const [{ no }] = revisions.body.items;
  const revision = await callApi(getRevision, {
    token: clerk,
    params: { ...params, no: String(no) },
  });
  expectPromised("getRevision", revision);
  const query = `?from=${no}&to=${no}`;
  expectPromised("compareRevisions", await callApi(getDiff, { token: clerk, params, query }));
});

test("tasks: what waits, what is underway, what is done", async () => {
  const tasks = await callApi(listTasks, { token: reviewer });
  expectPromised("listTasks", tasks);
  expect(tasks.body.waiting.length).toBeGreaterThan(0);
  expect(tasks.body.done.length).toBeGreaterThan(0);
  const sent = await callApi(listTasks, { token: clerk });
  expectPromised("listTasks", sent);
  expect(sent.body.underway.length).toBeGreaterThan(0);
});

test("an event answers the report; a refused one a problem", async () => {
  const { body } = await callApi(getReport, { token: clerk, params: { id: draft } });
  const event = (input: object) =>
    callApi(postEvent, { token: clerk, method: "POST", params: { id: draft }, body: input });
  expectProblem(await event({ event: "submit" }), 428, "PRECONDITION");
  expectProblem(await event({ event: "submit", version: 99_999 }), 409, "CONFLICT");
  expectProblem(await event({ event: "publish", version: body.version }), 403, "FORBIDDEN");
  expectProblem(await event({ event: "fly", version: body.version }), 422, "INVALID");
  expectPromised("performEvent", await event({ event: "submit", version: body.version }));
});

test("who I am, and a token", async () => {
  expectPromised("getMe", await callApi(getMe, { token: clerk }));
  expectProblem(await callApi(getMe, { token: "nobody" }), 401, "UNAUTHENTICATED");
  const body = { account: "sfj.clerk", password: "Demo-2025!" };
  const token = await callApi(createToken, { token: "", method: "POST", body });
  expectPromised("createToken", token);
});

test("the log and its verification, for the auditor", async () => {
  const log = await callApi(listAudit, { token: auditor });
  expectPromised("listAuditEvents", log);
  expectPromised("verifyAudit", await callApi(verifyAudit, { token: auditor, method: "POST" }));
  expectProblem(await callApi(listAudit, { token: clerk }), 404, "NOT_FOUND");
});

test("what is public", async () => {
  const list = await callApi(listPublished, { token: "" });
  expectPromised("listPublishedReports", list);
  expect(list.body.items).toHaveLength(1);
  const params = { bureau: "sfj", year: "2024" };
  expectPromised("getPublishedReport", await callApi(getPublished, { token: "", params }));
  const none = { bureau: "sfj", year: "2023" };
  expectProblem(await callApi(getPublished, { token: "", params: none }), 404, "NOT_FOUND");
});

test("the document itself is there for anybody", async () => {
  const { status, body } = await callApi(getDocument, { token: "" });
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

function expectProblem({ status, headers, body }: Answer, expected: number, code: string) {
  expect(status).toBe(expected);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(answers.Problem.parse(body)).toMatchObject({ status: expected, code });
  expect(body.reasons.length).toBeGreaterThan(0);
}
