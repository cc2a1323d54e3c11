import { diffArrays } from "diff";

/** A run of text that both versions have, or only one of them. */
export interface Passage {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond so many words that differ, marking single words says less than the two texts do. */
const MOST_DIFFERENCES = 2000;

/** Two texts word by word; joined without the added passages it is `before`, without the removed `after`. */
export function comparePassages(before: string, after: string): Passage[] {
  const options = { maxEditLength: MOST_DIFFERENCES };
  const changes = diffArrays(words(before), words(after), options);
  if (!changes) return whole("removed", before).concat(whole("added", after));
  return changes.flatMap(({ added, removed, value }) =>
    whole(added ? "added" : removed ? "removed" : "same", value.join("")),
  );
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Chinese writes no spaces: where a word ends only a dictionary knows. */
function words(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function whole(kind: Passage["kind"], text: string): Passage[] {
  return text ? [{ kind, text }] : [];
}
