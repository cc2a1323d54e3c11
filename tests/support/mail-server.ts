import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface Received {
  to: string[];
  subject: string;
  messageId: string;
  text: string;
}

export interface MailServer {
  url: string;
  received: Received[];
  /** What the server does with the next mails: takes them, or answers with this code. */
  answer(code: number | null): void;
  /** How long it thinks before it says that it has a mail, in milliseconds. */
  hold(pause: number): void;
  close(): Promise<void>;
}

/** A real SMTP server on the loopback, which keeps what it takes. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = [];
  let refusal: number | null = null;
  let pause = 0;
  const refused = () =>
    refusal === null ? null : Object.assign(new Error("refused"), { responseCode: refusal });
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_, __, done) => done(refused()),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, ...parse(Buffer.concat(pieces).toString("utf8")) });
        setTimeout(done, pause);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: own } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${own}`,
    received,
    answer: (code) => {
      refusal = code;
    },
    hold: (ms) => {
      pause = ms;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function parse(raw: string) {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  const body = raw.slice(end + 4);
  const isBase64 = /base64/i.test(header("Content-Transfer-Encoding"));
  return {
    subject: decodeWords(header("Subject")),
    messageId: header("Message-ID"),
    text: isBase64 ? Buffer.from(body, "base64").toString("utf8") : decodeQuoted(body),
  };
}

/** RFC 2047. */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : decodeQuoted(word.replaceAll("_", " ")),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
