import { beforeAll, describe, expect, test } from "vitest";
import { GET as getYear } from "@/app/api/v1/error-rates/route";
import { GET as getOne } from "@/app/api/v1/reports/[id]/error-rates/route";
import { countCharacters } from "@/lib/format/prose";
import { errorRates } from "@/lib/openapi/error-answers";
import { getReport } from "@/lib/reports/queries";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  seedDistrict,
  submitAgain,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

const YEAR = 2047;
let id = "";
let quiet = "";

/** Two rounds: three errors in the first, one in the second; another report nobody proofread. */
beforeAll(async () => {
  await seedDistrict();
  id = await submittedReport("sfj", YEAR);
  const error = { section: "problems", errorClass: "typo" as const, words: "请改。" };
  const items = [error, { ...error, errorClass: "data" as const }];
  await act("sfj.review1", id, { event: "return", items, proofErrors: { typo: 1 } });
  await submitAgain("sfj.clerk", id);
  await act("sfj.review1", id, { event: "pass", checklist, items: [error] });
  await act("sfj.review2", id, { event: "pass", checklist, steps: ["review2"] });
  quiet = await submittedReport("jyj", YEAR);
}, 60_000);

async function rates(account: string, year = YEAR) {
  const token = await tokenOf(account);
  return callApi(getYear, { token, params: {}, query: `?year=${year}` });
}

async function ratesOf(account: string, report = id) {
  return callApi(getOne, { token: await tokenOf(account), params: { id: report } });
}

describe("差错率", () => {
  test("of each 送审, by class and per 万字 of the prose", async () => {
    const { sections } = await getReport(await actorOf("sfj.clerk"), id, new Date());
    const prose = Object.values(sections).flatMap((s) => (s.kind === "prose" ? s.paragraphs : []));
    const characters = countCharacters(prose);
    const { status, body } = await ratesOf("sfj.clerk");
    expect(status).toBe(200);
    expect(errorRates.parse(body).items).toMatchObject([
      { round: 1, errors: { typo: 2, data: 1, other: 0 }, total: 3, characters },
      { round: 2, errors: { typo: 1, data: 0 }, total: 1, characters },
    ]);
    const [first] = body.items;
    expect(first.rate).toBeCloseTo((3 * 10_000) / characters, 1);
  });

  test("of a year, for the publisher of the bureau and its superior", async () => {
    for (const account of ["sfj.admin", "qzf.super"]) {
      const { body } = await rates(account);
      const rows = errorRates.parse(body).items.map((r) => [r.bureau, r.round, r.total]);
      expect(rows, account).toEqual([
        ["sfj", 1, 3],
        ["sfj", 2, 1],
      ]);
    }
    expect((await rates("sfj.admin", YEAR + 1)).body).toEqual({ items: [] });
  });

  test.each(["sfj.clerk", "sfj.review1", "jyj.admin"])(
    "of a year is not for %s",
    async (account) => {
      expect((await rates(account)).body).toEqual({ items: [] });
    },
  );

  test("of a report stays behind the wall, and is empty where nobody proofread", async () => {
    expectRefusal(await ratesOf("jyj.admin"), 404);
    expect((await ratesOf("jyj.clerk", quiet)).body).toEqual({ items: [] });
  });

  test("wants a year", async () => {
    expectRefusal(await callApi(getYear, { token: await tokenOf("sfj.admin"), params: {} }), 422);
  });
});
