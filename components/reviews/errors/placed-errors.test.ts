import { expect, test } from "vitest";
import {
  errorItem,
  errorProblem,
  type PlacedError,
} from "@/components/reviews/errors/placed-errors";
import { getFormat } from "@/lib/format/content";

const format = getFormat("2021");
const quote = { text: "瀘河区", paragraph: 0, start: 3 };

function errorAt(place: Partial<PlacedError["place"]>, said: Partial<PlacedError> = {}) {
  const whole = { section: "problems", cell: "", quote: null, ...place };
  const error = { id: "e", at: 1, byHand: false, errorClass: "typo", correction: "", words: "" };
  return { ...error, place: whole, ...said };
}

const cell = { section: "applications", cell: "received.naturalPerson" };

test.each([
  ["no place", errorAt({ section: "" }, { words: "漏了一段" }), "请选择是哪一部分"],
  ["nothing said", errorAt({ quote }, { correction: " " }), "请写应为什么，或者写一句说明"],
  ["nothing changed", errorAt({ quote }, { correction: "瀘河区 " }), "“应为”和原文一样"],
  ["no number", errorAt(cell, { correction: "十二" }), "只能填写数字"],
  ["a word alone", errorAt({ quote }, { words: "请核对" }), null],
  ["a correction alone", errorAt({ quote }, { correction: "灋河区" }), null],
  ["a number", errorAt(cell, { correction: "12" }), null],
  ["words about a cell", errorAt(cell, { words: "与上年重复" }), null],
])("an error with %s", (_, error, problem) => {
  if (problem === null) expect(errorProblem(format, error)).toBeNull();
  else expect(errorProblem(format, error)).toContain(problem);
});

test("an error as an event takes it", () => {
  const error = errorAt({ quote }, { correction: " 灋河区 ", words: " 县名写错 " });
  expect(errorItem(error)).toEqual({
    section: "problems",
    cell: null,
    quote,
    errorClass: "typo",
    correction: "灋河区",
    words: "县名写错",
  });
  expect(errorItem(errorAt(cell, { correction: " " }))).toMatchObject({
    cell: cell.cell,
    correction: null,
    words: "",
  });
});
