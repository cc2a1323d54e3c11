import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { renderJson } from "@/lib/exporting/json";
import { pdfData } from "@/lib/exporting/pdf-data";
import type { PrintedReport } from "@/lib/exporting/printed";

interface PdfOptions {
  /** Folder with a bureau's licensed fonts: 仿宋, 小标宋, 黑体, 楷体. */
  fontDir?: string;
  /** Longest time for one file, in milliseconds; 30 s where nothing is said. */
  timeoutMs?: number;
}

interface Job {
  data: string;
  attachment: string;
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
 * its JSON attached and `publishedAt` as its clock, so the same input gives the
 * same bytes on the same fonts; a draft carries the mark 草稿. Jobs queue: there
 * is one compiler in one thread, started anew after a job that fails it.
 * @throws Error when the template fails or the time is up.
 */
export function renderPdf(report: PrintedReport, options: PdfOptions = {}): Promise<Uint8Array> {
  shared.nianbaotaiPdfPrinter ??= { worker: null, fontDir: undefined, tail: Promise.resolve() };
  const printer = shared.nianbaotaiPdfPrinter;
  const job = toJob(report, options);
  const done = printer.tail.then(() => runJob(printer, job, options));
  printer.tail = done.catch(() => undefined);
  return done;
}

function toJob(report: PrintedReport, { fontDir }: PdfOptions): Job {
  const data = JSON.stringify({ ...pdfData(report), licensedFonts: Boolean(fontDir) });
  if (!report.publication) return { data, attachment: "" };
  const timestamp = Math.floor(report.publication.publishedAt.getTime() / 1000);
  return { data, attachment: new TextDecoder().decode(renderJson(report)), timestamp };
}

function runJob(printer: Printer, job: Job, options: PdfOptions): Promise<Uint8Array> {
  const worker = workerFor(printer, options.fontDir);
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
    worker.postMessage(job);
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
