// Typst in a thread of its own: compiling would block the server's event loop.
// Plain JavaScript that Node runs as it is, since no bundler sees this file.

import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { resolve } = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

const fonts = [
  resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
  resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
].map(dirname);
if (workerData.fontDir) fonts.push(workerData.fontDir);

const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: fonts }] });

/** The fixed templates; what a job brings is data. */
const templates = {
  report: `${here}/report.typ`,
  changes: `${here}/changes.typ`,
  record: `${here}/record.typ`,
  sheet: `${here}/sheet.typ`,
};

parentPort.on("message", ({ template, data, attachment, timestamp }) => {
  try {
    const bytes = print(templates[template], { data, attachment }, timestamp);
    parentPort.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ error: error?.message ?? String(error) });
  } finally {
    // Without this each file leaves some megabytes behind.
    compiler.evictCache(0);
  }
});

function print(mainFilePath, inputs, creationTimestamp) {
  const result = compiler.compile({ mainFilePath, inputs });
  if (result.hasError()) {
    throw new Error(JSON.stringify(compiler.fetchDiagnostics(result.takeError())));
  }
  // A copy of its own, whose memory can be handed over.
  return Uint8Array.from(toPdf(result.result, creationTimestamp));
}

/**
 * PDF/A refuses a character that no font at hand can draw. The file is then an
 * ordinary tagged PDF with an empty box there and the character as its text.
 */
function toPdf(document, creationTimestamp) {
  if (creationTimestamp === undefined) return compiler.pdf(document, {});
  try {
    return compiler.pdf(document, { creationTimestamp, pdfStandard: "a-3a" });
  } catch (error) {
    if (!String(error?.message ?? error).includes("could not be displayed")) throw error;
    return compiler.pdf(document, { creationTimestamp });
  }
}
