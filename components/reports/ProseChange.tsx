import type { Passage } from "@/lib/format/marked";
import { comparePassages } from "@/lib/reports/comparisons/rules";

/** A prose text with what was struck out and what was put in. */
export function ProseChange({ before, after }: { before: string | null; after: string | null }) {
  return (
    <p className="max-w-3xl px-4 py-3 font-serif leading-loose whitespace-pre-wrap">
      {comparePassages(before ?? "", after ?? "").map((passage, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name and never move
        <Marked key={index} {...passage} />
      ))}
    </p>
  );
}

function Marked({ kind, text }: Passage) {
  if (kind === "added") return <ins className="bg-success-soft text-success">{text}</ins>;
  if (kind === "removed") return <del className="bg-danger-soft text-danger">{text}</del>;
  return text;
}
