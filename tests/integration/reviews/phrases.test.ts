import { beforeAll, expect, test } from "vitest";
import { DELETE } from "@/app/api/v1/phrases/[phrase]/route";
import { GET, POST } from "@/app/api/v1/phrases/route";
import { answers } from "@/lib/openapi/schemas";
import { callApi, expectRefusal } from "@/tests/support/api";
import { seedDistrict, tokenOf } from "@/tests/support/demo";

const tokens: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  for (const account of ["sfj.admin", "sfj.review1", "sfj.review2", "jyj.admin", "jyj.review1"]) {
    tokens[account] = await tokenOf(account);
  }
});

const token = (as: string) => tokens[as] ?? "";

function add(as: string, words: string, bureau?: string) {
  const body = { words, ...(bureau && { bureau }) };
  return callApi(POST, { token: token(as), method: "POST", body });
}

async function list(as: string) {
  const { body } = await callApi(GET, { token: token(as) });
  return body.items;
}

function remove(as: string, phrase: string) {
  return callApi(DELETE, { token: token(as), method: "DELETE", params: { phrase } });
}

test("a person keeps his own, and nobody else sees them", async () => {
  const added = await add("sfj.review1", " 数字与台账一致。 ");
  expect(added.status).toBe(201);
  expect(answers.PhraseList.parse(added.body)).toEqual(added.body);
  expect(added.body.items).toMatchObject([{ words: "数字与台账一致。", bureau: null }]);
  expect(await list("sfj.review2")).toEqual([]);
  const [own] = added.body.items;
  expectRefusal(await remove("sfj.review2", own.id), 404);
  expectRefusal(await add("sfj.review1", "数字与台账一致。"), 409);
  expect((await remove("sfj.review1", own.id)).status).toBe(204);
  expectRefusal(await remove("sfj.review1", own.id), 404);
});

test("the bureau's are its 发布管理员's to keep and everybody's of the bureau to pick", async () => {
  expectRefusal(await add("sfj.review1", "请补充数据来源。", "sfj"), 403);
  expectRefusal(await add("sfj.admin", "请补充数据来源。", "jyj"), 404);
  await add("sfj.admin", "请补充数据来源。", "sfj");
  const [shared] = await list("sfj.review1");
  expect(shared).toMatchObject({ words: "请补充数据来源。", bureau: "sfj", mayRemove: false });
  expect(await list("jyj.review1")).toEqual([]);
  expectRefusal(await remove("jyj.admin", shared.id), 404);
  expectRefusal(await remove("sfj.review1", shared.id), 403);
  expect((await remove("sfj.admin", shared.id)).status).toBe(204);
});

test("there is an end to them, and none is empty", async () => {
  for (let no = 1; no <= 30; no += 1) await add("sfj.review2", `第${no}条。`);
  expectRefusal(await add("sfj.review2", "再来一条。"), 409);
  expectRefusal(await add("jyj.review1", "  "), 422);
  expectRefusal(await add("jyj.review1", "字".repeat(201)), 422);
  expect((await add("jyj.review1", "字".repeat(200))).status).toBe(201);
});
