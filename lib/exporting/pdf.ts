import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ChangesPages } from "@/lib/exporting/handout";
import { renderJson } from "@/lib/exporting/json";
import { type PageData, reportPages } from "@/lib/exporting/page-data";
import type { PrintedReport } from "@/lib/exporting/printed";
import type { RecordPages } from "@/lib/exporting/review-record";
import type { SheetPages } from "@/lib/exporting/sign-sheet";

interface PdfOptions {
  /** Folder with a bureau's licensed fonts: 仿宋, 小标宋, 黑体, 楷体. */
  fontDir?: string;
  /** Longest time for one file, in milliseconds; 30 s where nothing is said. */
  timeoutMs?: number;
}

interface Job {
  template: "report" | "changes" | "record" | "sheet";
  pages: PageData | ChangesPages | RecordPages | SheetPages;
  attachment?: string;
  /** Seconds since 1970: the document's clock. */
  timestamp?: number;
}

interface Printer {
  worker: Worker | null;
  fontDir: string | undefined;
  /** Settles when the last job in the queue has. */
  tail: Promise<unknown>;
}

// One per process, however many bundles hold a copy of this file.
const shared = globalThis as typeof globalThis & { nianbaotaiPdfPrinter?: Printer };

/**
 * The report as PDF, laid out after GB/T 9704. A published one is PDF/A-3a with
 * its JSON attached and `publishedAt` as its clock; a draft carries the mark 草稿.
 * The same input gives the same bytes on the same fonts.
 * @throws Error when the template fails or the time is up.
 */
export function renderPdf(report: PrintedReport, options?: PdfOptions): Promise<Uint8Array> {
  const pages = reportPages(report);
  if (!report.publication) return enqueue({ template: "report", pages }, options);
  const timestamp = Math.floor(report.publication.publishedAt.getTime() / 1000);
  const attachment = new TextDecoder().decode(renderJson(report));
  return enqueue({ template: "report", pages, attachment, timestamp }, options);
}

/** 花脸稿 or 清稿, on the report's own pages and without a clock. @throws Error as `renderPdf` does */
export function renderPagesPdf(pages: PageData, options?: PdfOptions): Promise<Uint8Array> {
  return enqueue({ template: "report", pages }, options);
}

/** 修改对照表, without a clock. @throws Error as `renderPdf` does */
export function renderChangesPdf(pages: ChangesPages, options?: PdfOptions): Promise<Uint8Array> {
  return enqueue({ template: "changes", pages }, options);
}

/** 审校单, without a clock. @throws Error as `renderPdf` does */
export function renderRecordPdf(pages: RecordPages, options?: PdfOptions): Promise<Uint8Array> {
  return enqueue({ template: "record", pages }, options);
}

/** 审签单, without a clock. @throws Error as `renderPdf` does */
export function renderSheetPdf(pages: SheetPages, options?: PdfOptions): Promise<Uint8Array> {
  return enqueue({ template: "sheet", pages }, options);
}

/** Jobs queue: there is one compiler in one thread, started anew after a job that fails it. */
function enqueue(job: Job, options: PdfOptions = {}): Promise<Uint8Array> {
  shared.nianbaotaiPdfPrinter ??= { worker: null, fontDir: undefined, tail: Promise.resolve() };
  const printer = shared.nianbaotaiPdfPrinter;
  const done = printer.tail.then(() => runJob(printer, job, options));
  printer.tail = done.catch(() => undefined);
  return done;
}

function runJob(printer: Printer, job: Job, options: PdfOptions): Promise<Uint8Array> {
  const worker = workerFor(printer, options.fontDir);
  const { template, pages, attachment = "", timestamp } = job;
  const data = JSON.stringify({ ...pages, licensedFonts: Boolean(options.fontDir) });
  const message = { template, data, attachment, timestamp };
  return new Promise((resolve, reject) => {
    const timeout = options.timeoutMs ?? 30_000;
    const timer = setTimeout(() => fail(new Error(`PDF not ready in ${timeout} ms`)), timeout);
    const ended = (code: number) => fail(new Error(`The PDF worker ended with code ${code}`));
    const answered = ({ bytes, error }: { bytes?: Uint8Array; error?: string }) => {
      settle();
      if (bytes) resolve(bytes);
      else reject(new Error(`The PDF could not be made: ${error}`));
    };
    function fail(error: Error) {
      settle();
      discard(printer, worker);
      reject(error);
    }
    function settle() {
      clearTimeout(timer);
      worker.off("message", answered).off("error", fail).off("exit", ended);
      // An idle worker must not keep a script or a test from ending.
      worker.unref();
    }
    worker.ref();
    worker.on("message", answered).on("error", fail).on("exit", ended);
    worker.postMessage(message);
  });
}

function workerFor(printer: Printer, fontDir: string | undefined): Worker {
  if (printer.worker && printer.fontDir === fontDir) return printer.worker;
  if (printer.worker) discard(printer, printer.worker);
  // By its path at run time: the thread runs the file as it lies there, not a bundle.
  const path = join(/* turbopackIgnore: true */ process.cwd(), "lib/exporting/pdf-worker.mjs");
  const worker = new Worker(/* turbopackIgnore: true */ path, {
    workerData: { fontDir },
  });
  // One that breaks while idle is replaced by the next job.
  worker.on("error", () => discard(printer, worker)).on("exit", () => discard(printer, worker));
  Object.assign(printer, { worker, fontDir });
  return worker;
}

function discard(printer: Printer, worker: Worker) {
  if (printer.worker === worker) printer.worker = null;
  void worker.terminate();
}
