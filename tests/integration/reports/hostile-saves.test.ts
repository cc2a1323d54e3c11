import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { PATCH as patchSection } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { callApi, expectRefusal } from "@/tests/support/api";
import { draftReport, seedDistrict, tokenOf } from "@/tests/support/demo";

let token = "";
let id = "";

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
  id = await draftReport("sfj", 2025);
});

/** Whatever was refused has changed nothing. */
beforeEach(async () => {
  const before = await contentNow();
  return async () => expect(await contentNow()).toBe(before);
});

async function contentNow(): Promise<string> {
  const { body } = await callApi(getReport, { token, params: { id } });
  return JSON.stringify([body.version, body.contentHash, body.sections]);
}

interface Save {
  key?: string;
  body?: unknown;
  ifMatch?: string | null;
  headers?: Record<string, string>;
  reportId?: string;
}

function save({ key = "applications", body, ifMatch = '"2"', headers, reportId = id }: Save) {
  const condition: Record<string, string> = ifMatch === null ? {} : { "if-match": ifMatch };
  return callApi(patchSection, {
    token,
    method: "PATCH",
    params: { id: reportId, key },
    headers: { ...condition, ...headers },
    body,
  });
}

const person = "received.naturalPerson";

describe("cells", () => {
  test.each([
    ["text", "6件"],
    ["a negative", -1],
    ["a fraction", 1.5],
    ["an exponent as text", "1e3"],
    ["more than a count holds", 1_000_000_000],
    ["a huge number", 1e300],
    ["a number beyond every number", "9".repeat(99)],
    ["more text than a cell", "9".repeat(101)],
    ["NaN as text", "NaN"],
    ["Infinity as text", "Infinity"],
    ["hexadecimal", "0x1F"],
    ["a truth", true],
    ["a list", [6]],
    ["an object", { value: 6 }],
    ["a control character", "6\u0000"],
    ["half a surrogate", "\ud83d"],
  ])("%s is refused, and the cell is named", async (_, value) => {
    const answer = await save({ body: { cells: { [person]: value, "granted.naturalPerson": 3 } } });
    expectRefusal(answer, 422);
    expect(answer.body.reasons.join()).toMatch(/自然人|received\.naturalPerson/);
  });

  test.each([
    ["a prototype", '{"cells":{"__proto__":6}}'],
    ["a prototype beside a cell", '{"cells":{"received.business":6,"__proto__":{"x":1}}}'],
    ["a constructor", '{"cells":{"constructor":6}}'],
    ["toString", '{"cells":{"toString":6}}'],
    ["a computed cell", '{"cells":{"received.total":6}}'],
    ["a computed row", '{"cells":{"concluded.naturalPerson":6}}'],
    ["a cell of another table", '{"cells":{"licences":6}}'],
    ["nested cells", '{"cells":{"received":{"naturalPerson":6}}}'],
    ["an endless name", `{"cells":{"${"a".repeat(200)}":6}}`],
    ["a wrong base", '{"cells":{"received.business":6},"base":{"received.business":"六"}}'],
    ["a strange base", '{"cells":{"received.business":6},"base":{"constructor":1}}'],
    ["infinity", '{"cells":{"received.business":1e999}}'],
  ])("%s is refused", async (_, body) => {
    expectRefusal(await save({ body, headers: { "content-type": "application/json" } }), 422);
  });

  test("ten thousand strange cells are refused", async () => {
    const cells = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, i]));
    expectRefusal(await save({ body: { cells } }), 422);
  });
});

describe("prose", () => {
  test.each([
    ["half a surrogate", ["半个\ud83d字"], "半个代理对"],
    ["the other half", ["\ude00"], "半个代理对"],
    ["a NUL", ["甲\u0000乙"], "U+0000"],
    ["a bell", ["甲\u0007乙"], "U+0007"],
    ["a line inside a paragraph", ["甲\n乙"], "U+000A"],
    ["text that runs backwards", ["甲\u202e乙"], "U+202E"],
    ["a mark that turns numbers round", ["5\u200f 6"], "U+200F"],
    ["a paragraph without end", ["字".repeat(20_001)], "两万字"],
    ["a section without end", Array.from({ length: 3 }, () => "字".repeat(19_000)), "五万字"],
    ["too many paragraphs", Array.from({ length: 501 }, () => "段"), "段落过多"],
    ["ten thousand empty ones", Array.from({ length: 10_000 }, () => ""), "段落过多"],
    ["numbers", [1], "文字"],
    ["no list", "一段", "列表"],
    ["nothing", null, "列表"],
  ])("%s is refused, and says why", async (_, paragraphs, reason) => {
    const answer = await save({ key: "problems", body: { paragraphs } });
    expectRefusal(answer, 422);
    expect(answer.body.reasons.join()).toContain(reason);
  });

  test("half a surrogate in the base is refused too", async () => {
    const body = { paragraphs: ["甲"], base: ["\ud83d"] };
    expectRefusal(await save({ key: "problems", body }), 422);
  });
});

describe("what is no change of this section", () => {
  test.each([
    ["cells for prose", "problems", { cells: { [person]: 6 } }],
    ["both", "applications", { cells: {}, paragraphs: [] }],
    ["nothing", "applications", {}],
    ["null", "applications", null],
    ["a list", "applications", []],
    ["mass assignment: version", "applications", { cells: {}, version: 9 }],
    ["mass assignment: hash", "problems", { paragraphs: ["甲"], hash: "0".repeat(64) }],
    ["mass assignment: origins", "problems", { paragraphs: ["甲"], origins: {} }],
    ["mass assignment: actor", "problems", { paragraphs: ["甲"], actor: "sfj.clerk2" }],
    ["mass assignment: notes", "applications", { cells: {}, notes: ["甲"] }],
  ])("%s is refused", async (_, key, body) => {
    expectRefusal(await save({ key, body }), 422);
  });

  test.each(["", "{", "[", '"\\ud83d', "NaN", "{'cells':{}}"])("%j is no JSON", async (body) => {
    expectRefusal(await save({ body }), 422);
  });

  test("broken UTF-8 is refused", async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    expectRefusal(await save({ body }), 422);
  });

  test("more than four megabytes are refused unread", async () => {
    const body = { paragraphs: ["字".repeat(1_400_000)] };
    expectRefusal(await save({ key: "problems", body }), 413);
  });

  test.each([
    "nonsense",
    "overview",
    "__proto__",
    "constructor",
    "title\u0000",
    "\u0000",
    "title' OR '1'='1",
    "../title",
    "标题",
    "a".repeat(5000),
  ])("a section that does not exist (%#)", async (key) => {
    expectRefusal(await save({ key, body: { paragraphs: ["甲"] } }), 404);
  });

  test.each(["", "1", "null", "00000000-0000-0000-0000-00000000000g", "'; --", "\u0000"])(
    "a report %j does not exist",
    async (reportId) => {
      expectRefusal(await save({ reportId, body: { cells: {} } }), 404);
    },
  );
});

describe("If-Match", () => {
  const body = { cells: { [person]: 9 } };

  test("is required", async () => expectRefusal(await save({ body, ifMatch: null }), 428));

  test.each([
    "*",
    'W/"2"',
    '"-1"',
    '"2.0"',
    "2.5",
    '"1e3"',
    '"two"',
    '""',
    " ",
    '"2","3"',
    '"99999999999"',
    "0x2",
  ])("%s is no version", async (ifMatch) => {
    expectRefusal(await save({ body, ifMatch }), 422);
  });

  test.each(["0", "1", "999999999"])(
    "%s is another version, and the cell was touched",
    async (no) => {
      const answer = await save({ body, ifMatch: `"${no}"` });
      expectRefusal(answer, 409);
      expect(answer.body).toMatchObject({ places: [person], version: 2, yours: body });
    },
  );
});

test("an address in capitals is the same report", async () => {
  const cells = { [person]: 4 };
  const same = await save({ reportId: id.toUpperCase(), body: { cells } });
  expect(same).toMatchObject({ status: 200, body: { version: 2 } });
});
