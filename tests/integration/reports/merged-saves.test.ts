import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { cellsOf } from "@/lib/format/content";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import type { SectionChange } from "@/lib/reports/sections/schema";
import { actorOf, draftReport, seedDistrict } from "@/tests/support/demo";

let clerk: Actor;
let clerk2: Actor;
let id = "";

beforeAll(async () => {
  await seedDistrict();
  clerk = await actorOf("sfj.clerk");
  clerk2 = await actorOf("sfj.clerk2");
  id = await draftReport("sfj", 2025);
});

test("a save from behind says what the text has become, and one that is not says nothing", async () => {
  const key = "problems";
  const { versions } = await getReport(clerk, id, new Date());
  const ifMatch = versions.problems.version;
  const [before, first, last] = [
    ["一。", "中。", "二。"],
    ["一改。", "中。", "二。"],
    ["一。", "中。", "二改。"],
  ];
  const save = (actor: Actor, at: number, paragraphs: string[], base: string[]) => {
    const change = { paragraphs, base };
    return saveSection(actor, { reportId: id, key, ifMatch: at, change }, new Date());
  };
  const start = await save(clerk, ifMatch, before, before);
  expect(start.merged).toBeUndefined();
  await save(clerk, start.version, first, before);
  const { merged, version } = await save(clerk2, start.version, last, before);
  expect(merged).toEqual({ kind: "prose", paragraphs: ["一改。", "中。", "二改。"] });
  // The same words again, as after a lost answer: nothing new is stored, and the text is told.
  const again = await save(clerk2, start.version, last, before);
  expect(again).toMatchObject({ version, merged });
});

test("the notes under a table are saved like paragraphs, beside cells that somebody else saves", async () => {
  const key = "disputes";
  const before = await getReport(clerk, id, new Date());
  const ifMatch = before.versions[key].version;
  const save = (actor: Actor, change: SectionChange) =>
    saveSection(actor, { reportId: id, key, ifMatch, change }, new Date());
  const upheld = "reconsideration.upheld";
  const were = cellsOf(before.sections, key)[upheld] ?? null;
  await save(clerk, { cells: { [upheld]: 3 }, base: { [upheld]: were } });
  await save(clerk2, { paragraphs: ["说明：数据来自台账。"], base: [] });
  const { sections, versions } = await getReport(clerk, id, new Date());
  expect(sections[key]).toMatchObject({
    cells: { [upheld]: 3 },
    notes: ["说明：数据来自台账。"],
  });
  expect(versions[key].origins).toMatchObject({ notes: "typed" });
  await expect(save(clerk, { paragraphs: ["另一句。"], base: [] })).rejects.toMatchObject({
    code: "CONFLICT",
    extra: { places: ["notes"], theirs: { notes: ["说明：数据来自台账。"] } },
  });
});

test("a request that is late or repeated never brings older text back", async () => {
  const { versions } = await getReport(clerk, id, new Date());
  let version = versions.applications.version;
  const place = "received.business";
  const save = async (no: number, ifMatch: number, base: number | null, to: number) => {
    const change = { cells: { [place]: to }, base: { [place]: base } };
    const input = { reportId: id, key: "applications", ifMatch, change };
    const answer = await saveSection(clerk, { ...input, order: { window: "w", no } }, new Date());
    version = answer.version;
    return answer;
  };
  const from = version;
  const was = (await getReport(clerk, id, new Date())).sections.applications;
  const start = was.kind === "table" ? Number(was.cells[place]) : 0;
  await save(1, from, start, start + 1);
  await save(2, version, start + 1, start);
  // The first one again: its base stands there once more, so its words alone would be taken.
  const late = await save(1, from, start, start + 1);
  expect(late).toMatchObject({ version, merged: { cells: { [place]: start } } });
  const colleague = { cells: { [place]: 9 }, base: { [place]: start } };
  const input = { reportId: id, key: "applications", ifMatch: version, change: colleague };
  const theirs = await saveSection(clerk2, input, new Date());
  // An answer was lost, and somebody wrote there meanwhile: no conflict with oneself.
  const repeated = await save(2, from + 1, start + 1, start);
  expect(repeated).toMatchObject({ version: theirs.version, merged: { cells: { [place]: 9 } } });
  await expect(save(3, from, start, 7)).rejects.toMatchObject({ code: "CONFLICT" });
});
