import "server-only";
import { readBytes } from "@/lib/api";
import { AppError, notFoundError } from "@/lib/errors";

/**
 * The version in `If-Match: "7"`.
 * @throws PRECONDITION without the header, INVALID when it holds no version
 */
export function readIfMatch(request: Request): number {
  const header = request.headers.get("if-match");
  if (header === null) {
    throw new AppError("PRECONDITION", ["请求缺少 If-Match，请带上您开始编辑时这一部分的版本。"]);
  }
  const version = /^"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (!version) throw new AppError("INVALID", ["If-Match 应当是这一部分的版本号。"]);
  return Number(version);
}

/** A number from an address. @throws NOT_FOUND, as for one that does not exist */
export function parseNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw notFoundError();
  return Number(text);
}

/**
 * A text body, or the text of an uploaded file (field `file`): UTF-8, else GB18030
 * as older office programs write it.
 * @throws TOO_LARGE, INVALID
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  const type = request.headers.get("content-type") ?? "text/plain";
  if (type.startsWith("multipart/form-data")) return decodeText(await filePart(bytes, type));
  if (type.startsWith("text/plain")) return decodeText(bytes);
  throw new AppError("INVALID", ["请粘贴文字（text/plain），或者上传 .txt 文件。"]);
}

async function filePart(bytes: Uint8Array, type: string): Promise<Uint8Array> {
  const body = new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
  const form = await body.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new AppError("INVALID", ["没有收到文件，请重新选择。"]);
  return new Uint8Array(await file.arrayBuffer());
}

function decodeText(bytes: Uint8Array): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding: try the next.
    }
  }
  throw new AppError("INVALID", ["文件不是文本，或者编码无法识别。请另存为 UTF-8 文本后再试。"]);
}

/** A file as a download. */
export function fileAnswer({
  mime,
  bytes,
  name,
}: {
  mime: string;
  bytes: Uint8Array;
  name: string;
}) {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
