import JSZip from "jszip";

/** A part of a Word file as its XML. */
export async function wordPart(file: Uint8Array, name: string): Promise<string> {
  const zip = await JSZip.loadAsync(file);
  return (await zip.file(name)?.async("string")) ?? "";
}

/** The paragraphs of a file's text in order, those in table cells too, as they are shown at first. */
export async function wordParagraphs(file: Uint8Array): Promise<string[]> {
  return paragraphsIn(await wordPart(file, "word/document.xml")).map(textIn);
}

/**
 * The same after every tracked change was accepted, or every one rejected: what was taken out is
 * gone, and a paragraph whose end is gone runs on into the next.
 */
export async function settledParagraphs(
  file: Uint8Array,
  act: "accept" | "reject",
): Promise<string[]> {
  const [goes, stays] = act === "accept" ? ["del", "ins"] : ["ins", "del"];
  const settled: string[] = [];
  let open = "";
  for (const paragraph of paragraphsIn(await wordPart(file, "word/document.xml"))) {
    open += textIn(paragraph.replace(wrapped(goes), "").replace(wrapped(stays), "$1"));
    const properties = paragraph.split("</w:pPr>")[0] ?? "";
    if (new RegExp(`<w:${goes} [^>]*/>`).test(properties)) continue;
    settled.push(open);
    open = "";
  }
  return settled;
}

function paragraphsIn(xml: string): string[] {
  return xml.match(/<w:p>[\s\S]*?<\/w:p>|<w:p\/>/g) ?? [];
}

function wrapped(tag: string): RegExp {
  return new RegExp(`<w:${tag} [^>]*[^/]>([\\s\\S]*?)</w:${tag}>`, "g");
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function textIn(xml: string): string {
  const texts = xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g);
  return [...texts]
    .map(([, text = ""]) => text.replace(/&(\w+);/g, (_, name) => entities[name] ?? ""))
    .join("");
}
