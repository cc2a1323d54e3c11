import { expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { placeProblems, threadBlocks } from "@/lib/reviews/threads/rules";

it("a thread stands on what the format has", () => {
  expect(placeProblems(format2021, "problems")).toEqual([]);
  expect(placeProblems(format2021, "applications", "received.naturalPerson")).toEqual([]);
  expect(placeProblems(format2021, "applications", "received.martian")).toHaveLength(1);
  expect(placeProblems(format2021, "problems", "received.naturalPerson")).toHaveLength(1);
  expect(placeProblems(format2021, "elsewhere")).toHaveLength(1);
});

it("an open must-resolve thread names its place, its opener and its words against a submission", () => {
  const words = `请核对\n${"长".repeat(100)}`;
  const fact = {
    section: "applications",
    cell: "received.naturalPerson",
    openedByName: "马丽",
    words,
  };
  const [sentence = ""] = threadBlocks(format2021, [fact]);
  for (const part of ["表三", "自然人", "马丽", "请核对 长"]) expect(sentence).toContain(part);
  expect(sentence.length).toBeLessThan(200);
});
