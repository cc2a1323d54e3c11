import type { BureauRegister } from "@/lib/checks/finding";
import { comparableNames, type RegisteredName, type Stretch } from "@/lib/checks/names";

/** A stretch of text that differs from a registered name in exactly one character. */
export interface NearMiss {
  found: string;
  expected: string;
  /** The character as it stands in the text, and as it should be. */
  wrong: string;
  right: string;
  /** UTF-16 offsets in the paragraph. */
  start: number;
  end: number;
  evidence: Evidence;
}

/**
 * organ: the bureau's own word stands beside it, so hardly another place is meant.
 * lookAlike: only the region or a medium, but the character looks much the same.
 * place: only the region, before an organ; it may well be another place.
 */
type Evidence = "organ" | "lookAlike" | "place";

interface Character {
  text: string;
  start: number;
}

/** Finds misspelt names of a bureau, its region and its media in a paragraph, in text order. */
export function nearMissesOf(register: BureauRegister): (text: string) => NearMiss[] {
  const names = comparableNames(register);
  const { name, shortNames, regionNames, mediaNames } = register;
  const correct = [name, ...shortNames, ...regionNames, ...mediaNames].map((n) => [...n]);
  return (text) => {
    const characters = charactersOf(text);
    const settled = correctPlaces(characters, correct);
    const found = names.flatMap((registered) => {
      return characters.flatMap((_, at): NearMiss[] => {
        const off = onlyDifference(characters, at, registered.characters);
        if (off === -1 || settled.has(at + off)) return [];
        const miss = judge(characters, at, off, registered);
        if (!miss) return [];
        settled.add(at + off);
        return [miss];
      });
    });
    return found.sort((a, b) => a.start - b.start);
  };
}

/** Characters without white space: a name may be cut by the end of a line. */
function charactersOf(text: string): Character[] {
  const found: Character[] = [];
  let start = 0;
  for (const character of text) {
    if (character.trim() !== "") found.push({ text: character, start });
    start += character.length;
  }
  return found;
}

/** Places of characters that belong to a registered name written correctly. */
function correctPlaces(characters: Character[], names: string[][]): Set<number> {
  const places = new Set<number>();
  for (const name of names) {
    for (let at = 0; at + name.length <= characters.length; at++) {
      if (name.some((character, i) => characters[at + i]?.text !== character)) continue;
      for (let i = 0; i < name.length; i++) places.add(at + i);
    }
  }
  return places;
}

/** Place of the one character that differs; -1 where none or several do. */
function onlyDifference(characters: Character[], at: number, name: string[]): number {
  if (at + name.length > characters.length) return -1;
  let off = -1;
  for (let i = 0; i < name.length; i++) {
    if (characters[at + i]?.text === name[i]) continue;
    if (off !== -1) return -1;
    off = i;
  }
  return off;
}

function judge(
  characters: Character[],
  at: number,
  off: number,
  registered: RegisteredName,
): NearMiss | null {
  const end = at + registered.characters.length;
  const stretch = characters.slice(at, end);
  const [first, last] = [stretch[0], stretch.at(-1)];
  const found = stretch.map(({ text }) => text);
  const rest = textOf(characters.slice(end, end + 20));
  const evidence = evidenceOf(found, off, rest, registered);
  if (!first || !last || !evidence) return null;
  return {
    found: found.join(""),
    expected: registered.characters.join(""),
    wrong: found[off] ?? "",
    right: registered.characters[off] ?? "",
    start: first.start,
    end: last.start + last.text.length,
    evidence,
  };
}

/** Bureaus that exist beside this one: 灋河区民政局 is no misspelling of 灋河区财政局. */
const bureaus =
  /公安|民政|司法|财政|教育|体育|审计|统计|水利|水务|农业|林业|商务|住建|交通|人社|卫健|医保|应急|文旅|文化|旅游|科技|信访|民宗|民族|城管|城建|环保|税务|气象|档案|粮食|物价|土地|房产|规划|人防|国资|金融|工信|发改|市监/;
const organAhead = /^\p{Script=Han}{0,10}?(?:人民政府|局|委员会|办公室|街道)/u;
/** 区域, 市场, 县级: the level is part of another word. */
const wordAhead = /^[域间段场级]/;

function evidenceOf(
  found: string[],
  off: number,
  rest: string,
  { characters, core, own, kind }: RegisteredName,
): Evidence | null {
  const [wrong, right] = [found[off] ?? "", characters[off] ?? ""];
  if (!/\p{Script=Han}/u.test(wrong)) return null;
  if (isIn(own, off)) {
    return bureaus.test(found.slice(own.from, own.to).join("")) ? null : "organ";
  }
  // A region of one letter has too many neighbours: 沛县, 全县, 各县.
  if (!isIn(core, off) || (core.to - core.from < 2 && !looksAlike(wrong, right))) return null;
  if (kind === "organ") return "organ";
  if (kind === "region" && wordAhead.test(rest)) return null;
  if (looksAlike(wrong, right)) return "lookAlike";
  return kind === "region" && organAhead.test(rest) ? "place" : null;
}

/**
 * The ideographs of Unicode are ordered by radical, then by strokes: near neighbours
 * share the radical and about the number of strokes, as 灋 U+704B and 瀘 U+7018 do.
 */
function looksAlike(a: string, b: string): boolean {
  return Math.abs((a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)) <= 0x80;
}

function isIn({ from, to }: Stretch, place: number): boolean {
  return place >= from && place < to;
}

function textOf(characters: Character[]): string {
  return characters.map(({ text }) => text).join("");
}
