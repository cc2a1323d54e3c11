import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { rowNotes2021 } from "@/lib/format/2021-notes";
import { isTableKey } from "@/lib/format/format";

/** Not behind any article of its own. */
const withoutArticle = ["rejectedConfirmation", "otherRest"];

describe.each(Object.keys(format2021.tables).filter(isTableKey))(
  "notes on the rows of %s",
  (key) => {
    const notes = rowNotes2021[key];

    it("stand for each row that has a value, and for no other", () => {
      const rows = new Set(format2021.tables[key].cells.map((cell) => cell.key.split(".")[0]));
      expect(Object.keys(notes).sort()).toEqual([...rows].sort());
    });

    it("name their articles as the 条例 counts them", () => {
      for (const [row, { articles, counts }] of Object.entries(notes)) {
        expect(counts).toMatch(/。$/);
        if (withoutArticle.includes(row)) expect(articles).toBe("");
        else expect(articles).toMatch(/^第[一二三四五六七八九十]+条/);
      }
    });
  },
);
