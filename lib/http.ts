import "server-only";
import { handlePublic, type PublicCall, readBytes } from "@/lib/api";
import { AppError, notFoundError } from "@/lib/errors";
import { renderMissingPage, renderTroublePage } from "@/lib/exporting/public-message";
import { sha256 } from "@/lib/format/hash";
import { decodeText } from "@/lib/importing/decode";

/**
 * The version in `If-Match: "7"`.
 * @throws PRECONDITION without the header, INVALID when it holds no version
 */
export function readIfMatch(request: Request): number {
  const header = request.headers.get("if-match");
  if (header === null) {
    throw new AppError("PRECONDITION", ["请求缺少 If-Match，请带上您开始编辑时的版本。"]);
  }
  const version = /^"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (!version) throw new AppError("INVALID", ["If-Match 应当是版本号。"]);
  return Number(version);
}

/**
 * The place of a save among those of its window, from `Save-Order: "WINDOW 12"`; null without.
 * @throws INVALID when the header holds something else
 */
export function readSaveOrder(request: Request): { window: string; no: number } | null {
  const header = request.headers.get("save-order");
  if (header === null) return null;
  const [, window, no] = /^([\w-]{1,40}) (\d{1,9})$/.exec(header.trim()) ?? [];
  if (!window || !no) throw new AppError("INVALID", ["Save-Order 应当是窗口标识和序号。"]);
  return { window, no: Number(no) };
}

/** A number from an address. @throws NOT_FOUND, as for one that does not exist */
export function parseNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw notFoundError();
  return Number(text);
}

/**
 * A text body, or the text of an uploaded file (field `file`), in an encoding that office
 * programs write.
 * @throws TOO_LARGE, INVALID
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  const type = request.headers.get("content-type") ?? "text/plain";
  if (type.startsWith("multipart/form-data")) return textOf(await filePart(bytes, type));
  if (type.startsWith("text/plain")) return textOf(bytes);
  throw new AppError("INVALID", ["请粘贴文字（text/plain），或者上传 .txt 文件。"]);
}

/** What a paper is scanned as, by its first bytes: what a browser says of a file is only a wish. */
const scanKinds = [
  { mime: "application/pdf", head: "255044462d" },
  { mime: "image/jpeg", head: "ffd8ff" },
  { mime: "image/png", head: "89504e470d0a1a0a" },
];

/** The bytes of a PDF, JPEG or PNG. @throws TOO_LARGE, INVALID */
export async function readScan(request: Request, limit: number) {
  const bytes = await readBytes(request, limit);
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  const mime = scanKinds.find((kind) => head.startsWith(kind.head))?.mime;
  if (mime) return { mime, bytes };
  throw new AppError("INVALID", ["请上传审签单的扫描件：PDF、JPG 或者 PNG 文件。"]);
}

async function filePart(bytes: Uint8Array, type: string): Promise<Uint8Array> {
  const body = new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
  const form = await body.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new AppError("INVALID", ["没有收到文件，请重新选择。"]);
  return new Uint8Array(await file.arrayBuffer());
}

function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text !== null) return text;
  throw new AppError("INVALID", ["文件不是文本，或者编码无法识别。请另存为 UTF-8 文本后再试。"]);
}

interface Download {
  mime: string;
  bytes: Uint8Array;
  /** In ASCII. */
  name: string;
  /** What it is saved as, where that is not the name. */
  title?: string;
}

/** A file as a download. */
export function fileAnswer({ mime, bytes, name, title }: Download) {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": `attachment; filename="${name}"${title ? inUtf8(title) : ""}`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** `forever` is for addresses that name a version; all others are asked for again each time. */
export type Caching = "revalidate" | "forever";

const cacheControl: Record<Caching, string> = {
  revalidate: "no-cache",
  forever: "public, max-age=31536000, immutable",
};

interface Content {
  mime: string;
  bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hex. */
  sha256: string;
}

/** Bytes under their hash as ETag: 304 without a body to those who have them already. */
export function conditionalAnswer(
  request: Request,
  { mime, bytes, sha256 }: Content,
  caching: Caching = "revalidate",
): Response {
  const etag = `"${sha256}"`;
  const headers = { ETag: etag, "Cache-Control": cacheControl[caching] };
  const known = request.headers.get("if-none-match")?.split(",") ?? [];
  if (known.some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")))) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": mime, "X-Content-Type-Options": "nosniff" },
  });
}

type Load<P, T> = (call: PublicCall<P>) => Promise<T>;

/** The door for public pages. A page is HTML without script; refusals are pages too. */
export function publicPage<P = unknown>(load: Load<P, string>, caching?: Caching) {
  return publicAnswer<P>(async (call) => htmlAnswer(call.request, await load(call), caching));
}

/** The page for whatever is no address of the public site. */
export function missingPage() {
  return publicPage(async () => {
    throw notFoundError();
  });
}

interface PublicFile extends Content {
  /** report.pdf */
  name: string;
  /** Of the report. */
  title: string;
}

/** The same door for stored files: the bytes exactly as they were published. */
export function publicFile<P = unknown>(load: Load<P, PublicFile>, caching?: Caching) {
  return publicAnswer<P>(async (call) => {
    const file = await load(call);
    const response = conditionalAnswer(call.request, file, caching);
    response.headers.set("Content-Disposition", disposition(file));
    return file.mime.startsWith("text/html") ? restricted(response) : response;
  });
}

function publicAnswer<P>(answer: Load<P, Response>): ReturnType<typeof handlePublic<P>> {
  const route = handlePublic<P>(answer);
  return async function page(request, context) {
    const response = await route(request, context);
    if (response.status < 400) return response;
    const html = response.status === 404 ? renderMissingPage() : renderTroublePage();
    const headers = { ...pageHeaders, "Cache-Control": "no-store" };
    return new Response(html, { status: response.status, headers });
  };
}

/** Nothing runs on a public page and nothing comes from elsewhere, whatever somebody typed. */
const pageHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

function htmlAnswer(request: Request, html: string, caching?: Caching): Response {
  const bytes = new TextEncoder().encode(html);
  const mime = pageHeaders["Content-Type"];
  return restricted(conditionalAnswer(request, { mime, bytes, sha256: sha256(bytes) }, caching));
}

function restricted(response: Response): Response {
  response.headers.set("Content-Security-Policy", pageHeaders["Content-Security-Policy"]);
  return response;
}

/** Shown in the browser, and saved under the report's own title. */
function disposition({ name, title }: PublicFile): string {
  return `inline; filename="${name}"${inUtf8(`${title}${name.slice(name.lastIndexOf("."))}`)}`;
}

/** A file's name beside the plain one, for all that know more than ASCII. */
function inUtf8(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `; filename*=UTF-8''${encoded}`;
}
