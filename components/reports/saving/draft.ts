import type { callApi } from "@/components/reports/api-client";
import type { KeptSection } from "@/components/reports/saving/kept-text";
import { type SaveAnswer, saveResult } from "@/components/reports/saving/save-answer";
import { createSaveQueue } from "@/components/reports/saving/save-queue";
import type { SaveState } from "@/components/reports/saving/save-state";
import {
  type AdoptListener,
  contentWith,
  type DraftObserver,
  rawOf,
  SAVED,
  type Saving,
  type SectionDraft,
  savingOf,
  tableWith,
} from "@/components/reports/saving/section-draft";
import {
  differences,
  linesPlace,
  NOTES,
  PROSE,
  proseProblemOf,
  type SectionText,
  textOf,
  withLines,
} from "@/components/reports/saving/section-text";
import { cellFormat, parseCell } from "@/lib/format/cells";
import type { SectionContent, Sections } from "@/lib/format/content";
import {
  type CellKey,
  type Cells,
  isTableKey,
  type ReportFormat,
  type SectionKey,
  sectionsOf,
  type TableKey,
} from "@/lib/format/format";
import { splitParagraphs } from "@/lib/format/prose";

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
  /** One at a time. */
  observe: (observer: DraftObserver) => void;
  isKept: () => boolean;
  /** Goes on with what a closed window left; false while the section is unsaved here. */
  restore: (key: SectionKey, kept: KeptSection) => boolean;
  /** Sends nothing any more: whoever signs in next must not save under another name. */
  stop: () => void;
  /** Gives up what the server refused to store in a section. */
  discard: (key: SectionKey) => void;
  /** Takes what another window of the same person stored. */
  take: (key: SectionKey, text: SectionText, version: number) => void;
}

interface DraftOptions {
  reportId: string;
  format: ReportFormat;
  sections: Sections;
  versions: Record<string, number>;
  /** Names this window among all that ever save. */
  windowId: string;
  call: typeof callApi;
}

export function createDraft({ reportId, format, windowId, call, ...initial }: DraftOptions): Draft {
  let sections = initial.sections;
  let observer: DraftObserver | null = null;
  let saves = 0;
  const listeners = new Set<() => void>();
  const drafts = new Map<string, SectionDraft>();
  for (const { key } of sectionsOf(format)) drafts.set(key, begin(key));

  function begin(key: SectionKey): SectionDraft {
    const text = textOf(format, key, sections[key]);
    const read = (content: unknown) => textOf(format, key, content as SectionContent);
    const queue = createSaveQueue({
      text,
      version: initial.versions[key] ?? 0,
      nextOrder: () => {
        saves += 1;
        return `${windowId} ${saves}`;
      },
      send: async ({ patch, ifMatch, order }) => {
        const path = `/reports/${reportId}/sections/${key}`;
        const headers = { "If-Match": `"${ifMatch}"`, "Save-Order": order };
        return saveResult(await call<SaveAnswer>("PATCH", path, patch, headers), read);
      },
      onState: (state) => {
        draftOf(key).state = state;
        tell();
      },
      onAdopt: (adopted) => adopt(key, adopted),
      onKeep: (kept) => {
        draftOf(key).kept = kept;
        keep(key);
      },
      onStored: (stored, version) => observer?.onStored(key, stored, version),
    });
    return { text, problems: new Map(), state: SAVED, kept: null, queue, adopters: new Set() };
  }

  function draftOf(key: SectionKey): SectionDraft {
    const draft = drafts.get(key);
    if (!draft) throw new Error(`No section ${key}`);
    return draft;
  }

  function keep(key: SectionKey) {
    const { kept, problems } = draftOf(key);
    const illegal = problems.size > 0 ? rawOf(sections[key], [...problems.keys()]) : {};
    observer?.onKeep(key, kept || problems.size > 0 ? { text: kept, illegal } : null);
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
    show(key, contentWith(format, key, sections[key], text, places));
    for (const listener of draft.adopters) listener(places, sections[key]);
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
      show(key, tableWith(format.tables[key], sections[key], seen));
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
      show(key, contentWith(format, key, sections[key], withLines(draft.text, lines), [place]));
      if (problem) return keep(key);
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
    observe(next) {
      observer = next;
    },
    isKept: () => observer?.isKept() ?? false,
    restore(key, { text, illegal }) {
      const { queue, adopters } = draftOf(key);
      if (text ? !queue.restore(text) : draftOf(key).state.kind !== "saved") return false;
      const { [PROSE]: prose, [NOTES]: notes, ...cells } = illegal;
      if (Object.keys(illegal).length === 0) return true;
      const lines = prose ?? notes;
      if (lines !== undefined) this.typeProse(key, lines);
      if (isTableKey(key) && Object.keys(cells).length > 0) this.typeCells(key, cells);
      for (const listener of adopters) listener(Object.keys(illegal), sections[key]);
      return true;
    },
    stop() {
      for (const { queue } of drafts.values()) queue.stop();
    },
    discard: (key) => draftOf(key).queue.discard(),
    take(key, text, version) {
      if (draftOf(key).problems.size === 0) draftOf(key).queue.sync(text, version);
    },
  };
}
