import { beforeAll, describe, expect, test } from "vitest";
import { GET as getReportRoute } from "@/app/api/v1/reports/[id]/route";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { shortHash } from "@/lib/format/short-hash";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { availableActions } from "@/lib/reports/workflow";
import { paperOffer } from "@/lib/reviews/paper-offers/rules";
import { storeScan } from "@/lib/reviews/papers/commands";
import { callApi } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  draftReport,
  pass,
  seedDistrict,
  submitAgain,
  tokenOf,
} from "@/tests/support/demo";

/**
 * What the evaluator promises on a page and what the server does are one: over a walk through the
 * lanes, for everybody, every event is tried as the evaluator names it.
 */

const people = ["clerk", "clerk2", "review1", "review2", "review3", "proof1", "admin", "both"];
const actors = new Map<string, Actor>();

beforeAll(async () => {
  await seedDistrict();
  for (const person of people) actors.set(person, await actorOf(`sfj.${person}`));
});

const returnItems = [{ section: "problems", words: "请补充改进的时限。" }];

/** The walk: each act leads from the state before it to the state that is looked at. */
const walk: { state: string; act: (id: string) => Promise<unknown> }[] = [
  { state: "拟稿中", act: async () => undefined },
  { state: "拟稿中, out of balance", act: (id) => setReceived(id, 5) },
  { state: "拟稿中, balanced again", act: (id) => setReceived(id, 4) },
  { state: "审核中 at level one", act: (id) => act("sfj.clerk", id, { event: "submit" }) },
  { state: "half of level one done", act: (id) => pass("sfj.proof1", id) },
  { state: "level two, after 双岗", act: (id) => pass("sfj.both", id) },
  { state: "退回修改", act: (id) => giveBack(id) },
  { state: "level two again", act: (id) => submitAgain("sfj.clerk2", id) },
  { state: "level three", act: (id) => pass("sfj.review2", id) },
  { state: "已审定", act: (id) => pass("sfj.review3", id) },
  { state: "审定后退回", act: (id) => reopen(id) },
  { state: "level three again", act: (id) => submitAgain("sfj.clerk", id) },
  { state: "已审定 again", act: (id) => pass("sfj.review3", id) },
  { state: "已发布", act: (id) => act("sfj.admin", id, { event: "publish" }) },
];

function giveBack(id: string) {
  return act("sfj.review2", id, { event: "return", items: returnItems });
}

function reopen(id: string) {
  return act("sfj.review3", id, { event: "reopen", reason: "请再读一遍。" });
}

async function setReceived(id: string, value: number) {
  const actor = actors.get("clerk") as Actor;
  const { versions } = await getReport(actor, id, new Date());
  const change = { cells: { "received.naturalPerson": value } };
  const ifMatch = versions.applications.version;
  return saveSection(actor, { reportId: id, key: "applications", ifMatch, change }, new Date());
}

/** A fresh report, walked as far as a state. */
async function reportIn(state: string, year: number): Promise<string> {
  const id = await draftReport("sfj", year);
  for (const step of walk) {
    await step.act(id);
    if (step.state === state) break;
  }
  return id;
}

/** The report as a person sees it, with what the evaluator says to that person. */
async function look(person: string, id: string) {
  const actor = actors.get(person) as Actor;
  const record = await getReport(actor, id, new Date());
  return { actor, record, actions: availableActions(record, actor) };
}

type Look = Awaited<ReturnType<typeof look>>;

/** Tries an action as the evaluator names it, with everything it needs. */
async function attempt({ actor, record }: Look, action: AvailableAction) {
  const { event, step } = action;
  const { id, version, versions } = record;
  const steps = step ? { steps: [step] } : {};
  try {
    if (event === "save") {
      const change = { paragraphs: ["问题如下。"] };
      const ifMatch = versions.problems.version;
      await saveSection(actor, { reportId: id, key: "problems", ifMatch, change }, new Date());
    } else {
      const paper =
        event === "sign-paper" && action.allowed ? await paperOf(actor, record, step) : {};
      const input: EventInput = { event, version, ...steps, ...fieldsOf(event, record), ...paper };
      await performEvent(actor, id, input, new Date());
    }
    return { refusal: null, reasons: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refusal: error.code, reasons: error.reasons };
  }
}

/** 线下审签 by the first who may sign the step, as the page offers it. */
async function paperOf(
  actor: Actor,
  record: ReportRecord,
  step = "",
): Promise<Partial<EventInput>> {
  const { signers } = paperOffer(record, actor);
  const signer = signers.find(({ steps }) => steps.some(({ key }) => key === step))?.id;
  const file = { mime: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7") };
  const { id: scan } = await storeScan(actor, record.id, file, new Date());
  return { signer, scan, code: shortHash(record.contentHash), checklist };
}

/** What an event brings. */
function fieldsOf(event: EventInput["event"], record: ReportRecord): Partial<EventInput> {
  const reason = "请再读。";
  const override = record.overrides[0]?.id ?? "00000000-0000-7000-8000-000000000000";
  const paragraphs = ["改好的一句话。"];
  switch (event) {
    case "pass":
      return { checklist };
    case "return":
      return { items: returnItems };
    case "amend":
      return { reason, changes: [{ section: "problems", paragraphs }] };
    case "handover":
      return { to: null };
    case "override":
      return { reason, guard: "errorLimit" };
    case "confirm":
      return { override };
    default:
      return { reason, changeNote: "更正。" };
  }
}

let year = 2008;

describe.each(walk.map(({ state }) => state))("%s", (state) => {
  let id = "";

  beforeAll(async () => {
    id = await reportIn(state, year);
    year += 1;
  });

  test("whatever the evaluator refuses, the server refuses for the same reasons", async () => {
    const before = await db.report.findUniqueOrThrow({ where: { id } });
    for (const person of people) {
      const seen = await look(person, id);
      for (const action of seen.actions.filter((a) => !a.allowed)) {
        const { event, step, refusal, reasons } = action;
        const answer = await attempt(seen, action);
        // A save is told in its own words: what is typed must not be lost.
        const said = event === "save" ? reasons : answer.reasons;
        expect({ person, event, step, ...answer, reasons: said }).toEqual({
          person,
          event,
          step,
          refusal,
          reasons,
        });
      }
    }
    expect(await db.report.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });

  test("whatever it allows, the server does", async () => {
    const allowed = [];
    for (const person of people) {
      const { actions } = await look(person, id);
      allowed.push(...actions.filter((a) => a.allowed).map((action) => ({ person, action })));
    }
    const kinds = new Map(allowed.map((a) => [`${a.action.event} ${a.action.step}`, a]));
    for (const { person, action } of kinds.values()) {
      const fresh = await look(person, await reportIn(state, year));
      year += 1;
      const answer = await attempt(fresh, action);
      expect({ person, ...action, ...answer }).toMatchObject({ refusal: null, reasons: [] });
    }
  });
});

test("a page and the API are told the same", async () => {
  const id = await reportIn("审核中 at level one", year);
  for (const person of people) {
    const token = await tokenOf(`sfj.${person}`);
    const { body } = await callApi(getReportRoute, { token, params: { id } });
    const { actions } = await look(person, id);
    expect(body.actions).toEqual(JSON.parse(JSON.stringify(actions)));
  }
});
