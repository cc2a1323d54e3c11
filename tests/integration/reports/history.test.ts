import { beforeAll, expect, test } from "vitest";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { getHistory } from "@/lib/reports/history/queries";
import { callApi } from "@/tests/support/api";
import { actorOf, draftReport, seedDistrict, tokenOf } from "@/tests/support/demo";

beforeAll(seedDistrict);

test("what an import stored stands before what it kept, though both are of one instant", async () => {
  const id = await draftReport("sfj", 2009);
  const token = await tokenOf("sfj.clerk");
  const body =
    "灋河回族区司法局2009年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开\n新的情况。";
  const query = "?apply=true";
  const stored = await callApi(postImport, { token, method: "POST", params: { id }, query, body });
  expect(stored.status, JSON.stringify(stored.body)).toBe(200);

  const [first, second] = await getHistory(await actorOf("sfj.clerk"), id);
  expect([first?.kind, second?.kind]).toEqual(["imported", "kept"]);
  expect(first?.at).toEqual(second?.at);
});
