import { describe, expect, it } from "vitest";
import { type OpenWindow, peopleIn, writersIn } from "@/lib/reports/presence/rules";

function openWindow(userId: string, section: string | null, second: number): OpenWindow {
  const seenAt = new Date(Date.UTC(2026, 0, 5, 1, 0, second)).toISOString();
  return { userId, name: `名字${userId}`, section, seenAt };
}

describe("who is here", () => {
  it.each([
    ["nobody", [], []],
    ["one window", [openWindow("a", "title", 1)], [{ name: "名字a", section: "title" }]],
    [
      "the window that spoke last",
      [openWindow("a", "title", 2), openWindow("a", "other", 1)],
      [{ name: "名字a", section: "title" }],
    ],
    [
      "the window written in, whichever spoke last",
      [openWindow("a", "title", 1), openWindow("a", null, 2)],
      [{ name: "名字a", section: "title" }],
    ],
    [
      "two people of one name",
      [
        { ...openWindow("a", null, 1), name: "王芳" },
        { ...openWindow("b", "other", 2), name: "王芳" },
      ],
      [
        { name: "王芳", section: null },
        { name: "王芳", section: "other" },
      ],
    ],
  ])("%s", (_, windows, people) => {
    expect(peopleIn(windows)).toEqual(people);
  });

  it("stands in the order of the names, whoever spoke last", () => {
    const names = ["王晓梅", "安国强", "李建国"];
    const windows = names.map((name, i) => ({ ...openWindow(String(i), null, 9 - i), name }));
    const sorted = ["安国强", "李建国", "王晓梅"];
    expect(peopleIn(windows).map(({ name }) => name)).toEqual(sorted);
  });
});

it("says who writes in a section, and nothing of who reads", () => {
  const people = [
    { name: "安国强", section: "applications" },
    { name: "李建国", section: null },
    { name: "王晓梅", section: "applications" },
  ];
  expect(writersIn(people, "applications")).toBe("安国强、王晓梅");
  expect(writersIn(people, "title")).toBe("");
});
