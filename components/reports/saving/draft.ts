import type { callApi } from "@/components/reports/api-client";
import {
  createSaveQueue,
  type SaveAnswer,
  type SaveQueue,
  type SaveState,
  saveResult,
} from "@/components/reports/saving/save-queue";
import {
  cellIn,
  differences,
  linesOf,
  linesPlace,
  NOTES,
  type SectionPatch,
  type SectionText,
  textOf,
  withLines,
} from "@/components/reports/saving/section-text";
import { cellFormat, parseCell, withTotals } from "@/lib/format/cells";
import type { SectionContent, Sections } from "@/lib/format/content";
import {
  type CellKey,
  type Cells,
  type ReportFormat,
  type SectionKey,
  sectionsOf,
  type TableKey,
} from "@/lib/format/format";
import { MAX_PARAGRAPHS, proseProblem, splitParagraphs } from "@/lib/format/prose";

/** 已保存, 保存中, 未保存，离线, 未保存. */
export type Saving = "saved" | "saving" | "offline" | "unsaved";

type AdoptListener = (places: string[], content: SectionContent) => void;

/** The report as it stands in this window: what is typed, what is refused, what is saved. */
export interface Draft {
  subscribe: (listener: () => void) => () => void;
  /** Illegal values included, as typed, so that the checks see what the person sees. */
  sections: () => Sections;
  /** Why a place is not sent, in Chinese; null where nothing is wrong. */
  problem: (key: SectionKey, place: string) => string | null;
  problemsOf: (key: SectionKey) => ReadonlyMap<string, string>;
  typeCells: (key: TableKey, raw: Record<CellKey, string>) => void;
  /** The paragraphs of a section, or the notes under a table. */
  typeProse: (key: SectionKey, text: string) => void;
  saveState: (key: SectionKey) => SaveState;
  saving: () => Saving;
  /** The first section that is not saved and does not get there by itself; null without. */
  stuck: () => SectionKey | null;
  /** Sends what is left; resolves once all is stored, or false when a person must act. */
  flush: () => Promise<boolean>;
  retry: () => void;
  /** Takes what the server has by now into sections that nobody is typing in here. */
  sync: (sections: Sections, versions: Record<string, number>) => void;
  resolve: (key: SectionKey, takeTheirs: string[]) => void;
  /** Called when the text here changed by what others stored. */
  onAdopt: (key: SectionKey, listener: AdoptListener) => () => void;
}

interface DraftOptions {
  reportId: string;
  format: ReportFormat;
  sections: Sections;
  versions: Record<string, number>;
  call: typeof callApi;
}

interface SectionDraft {
  /** What the queue holds: legal values alone. */
  text: SectionText;
  problems: Map<string, string>;
  state: SaveState;
  queue: SaveQueue;
  adopters: Set<AdoptListener>;
}

const SAVED: SaveState = { kind: "saved" };

export function createDraft({ reportId, format, call, ...initial }: DraftOptions): Draft {
  let sections = initial.sections;
  const listeners = new Set<() => void>();
  const drafts = new Map<string, SectionDraft>();
  for (const { key } of sectionsOf(format)) drafts.set(key, begin(key));

  function begin(key: SectionKey): SectionDraft {
    const text = textOf(format, key, sections[key]);
    const read = (content: unknown) => textOf(format, key, content as SectionContent);
    const queue = createSaveQueue({
      text,
      version: initial.versions[key] ?? 0,
      send: async (patch: SectionPatch, ifMatch: number) => {
        const path = `/reports/${reportId}/sections/${key}`;
        const headers = { "If-Match": `"${ifMatch}"` };
        return saveResult(await call<SaveAnswer>("PATCH", path, patch, headers), read);
      },
      onState: (state) => {
        draftOf(key).state = state;
        tell();
      },
      onAdopt: (adopted) => adopt(key, adopted),
    });
    return { text, problems: new Map(), state: SAVED, queue, adopters: new Set() };
  }

  function draftOf(key: SectionKey): SectionDraft {
    const draft = drafts.get(key);
    if (!draft) throw new Error(`No section ${key}`);
    return draft;
  }

  function tell() {
    for (const listener of listeners) listener();
  }

  function show(key: SectionKey, content: SectionContent) {
    sections = { ...sections, [key]: content };
    tell();
  }

  function adopt(key: SectionKey, text: SectionText) {
    const draft = draftOf(key);
    const places = differences(draft.text, text);
    draft.text = text;
    for (const place of places) draft.problems.delete(place);
    show(key, contentWith(key, text, places));
    for (const listener of draft.adopters) listener(places, sections[key]);
  }

  /** The present content with the named places of `text`. */
  function contentWith(key: SectionKey, text: SectionText, places: string[]): SectionContent {
    const present = sections[key];
    const lines = linesOf(text);
    if (present.kind === "prose") return { ...present, paragraphs: lines };
    const cells = places.filter((place) => place !== NOTES);
    const changed = Object.fromEntries(cells.map((cell) => [cell, cellIn(text, cell)]));
    const notes = places.includes(NOTES) ? lines : present.notes;
    return tableWith(key as TableKey, { ...present, notes }, changed);
  }

  function tableWith(key: TableKey, present: SectionContent, cells: Cells): SectionContent {
    if (present.kind !== "table") return present;
    return { ...present, cells: withTotals(format.tables[key], { ...present.cells, ...cells }) };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sections: () => sections,
    problem: (key, place) => draftOf(key).problems.get(place) ?? null,
    problemsOf: (key) => draftOf(key).problems,
    typeCells(key, raw) {
      const draft = draftOf(key);
      const legal: Cells = {};
      const seen: Cells = {};
      const problems = new Map(draft.problems);
      for (const [cell, typed] of Object.entries(raw)) {
        const parsed = parseCell(cellFormat(format.tables[key], cell)?.kind ?? "count", typed);
        seen[cell] = parsed.ok ? parsed.value : typed;
        if (parsed.ok) legal[cell] = parsed.value;
        if (parsed.ok) problems.delete(cell);
        else problems.set(cell, parsed.reason);
      }
      draft.problems = problems;
      if ("cells" in draft.text) {
        draft.text = { ...draft.text, cells: { ...draft.text.cells, ...legal } };
      }
      show(key, tableWith(key, sections[key], seen));
      draft.queue.edit(draft.text);
    },
    typeProse(key, text) {
      const draft = draftOf(key);
      const lines = splitParagraphs(text);
      const place = linesPlace(draft.text);
      const problem = proseProblemOf(lines);
      draft.problems = new Map(draft.problems);
      if (problem) draft.problems.set(place, problem);
      else draft.problems.delete(place);
      show(key, contentWith(key, withLines(draft.text, lines), [place]));
      if (problem) return;
      draft.text = withLines(draft.text, lines);
      draft.queue.edit(draft.text);
    },
    saveState: (key) => draftOf(key).state,
    saving: () => savingOf([...drafts.values()]),
    stuck() {
      const isStuck = ({ state, problems }: SectionDraft) =>
        state.kind === "conflict" || state.kind === "refused" || problems.size > 0;
      const found = sectionsOf(format).find(({ key }) => isStuck(draftOf(key)));
      return found?.key ?? null;
    },
    async flush() {
      const all = await Promise.all([...drafts.values()].map(({ queue }) => queue.flush()));
      return all.every(Boolean) && [...drafts.values()].every((d) => d.problems.size === 0);
    },
    retry() {
      for (const { queue } of drafts.values()) queue.retry();
    },
    sync(stored, versions) {
      for (const [key, { queue, problems }] of drafts) {
        const text = textOf(format, key, stored[key as SectionKey]);
        if (problems.size === 0) queue.sync(text, versions[key] ?? 0);
      }
    },
    resolve: (key, takeTheirs) => draftOf(key).queue.resolve(takeTheirs),
    onAdopt(key, listener) {
      const { adopters } = draftOf(key);
      adopters.add(listener);
      return () => adopters.delete(listener);
    },
  };
}

/** Why prose cannot be stored, naming the paragraph; null when it can. */
export function proseProblemOf(paragraphs: string[]): string | null {
  if (paragraphs.length > MAX_PARAGRAPHS) return `段落超过 ${MAX_PARAGRAPHS} 个，请合并`;
  const problems = paragraphs.map(proseProblem);
  const at = problems.findIndex(Boolean);
  return at === -1 ? null : `第 ${at + 1} 段：${problems[at]}`;
}

/** The state of the whole, the gravest first. */
function savingOf(drafts: SectionDraft[]): Saving {
  const kinds = new Set(drafts.map(({ state }) => state.kind));
  if (kinds.has("conflict") || kinds.has("refused")) return "unsaved";
  if (kinds.has("offline")) return "offline";
  if (kinds.has("saving") || kinds.has("waiting")) return "saving";
  return drafts.some(({ problems }) => problems.size > 0) ? "unsaved" : "saved";
}
