import { Agent, request } from "node:http";

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
  /** From the first byte sent to the last received, in milliseconds. */
  ms: number;
}

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const PATIENCE_MS = 60_000;

/** One request over a kept connection. @throws when no answer comes within a minute */
export function send(url: string, { method = "GET", headers = {}, body }: Sent = {}) {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const content = bytes && {
    "content-type": "application/json",
    "content-length": String(bytes.byteLength),
  };
  return new Promise<Answer>((resolve, reject) => {
    const started = performance.now();
    const sent = request(url, { method, agent, headers: { ...headers, ...content } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
          ms: performance.now() - started,
        }),
      );
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`No answer: ${method} ${url}`)));
    sent.once("error", reject);
    sent.end(bytes);
  });
}

/** `send`, for what must succeed. @throws with the answer's words when the status is another */
export async function mustSend(url: string, sent: Sent = {}, status = 200): Promise<Answer> {
  const answer = await send(url, sent);
  if (answer.status === status) return answer;
  const words = answer.body.toString().slice(0, 500);
  throw new Error(`${sent.method ?? "GET"} ${url}: ${answer.status} ${words}`);
}

/** One act of a person; answers how long it took, in milliseconds. */
export type Act = () => Promise<number>;

/** Everybody acts `times` times, one act after the other, all beside each other. */
export async function actTogether(acts: Act[], times: number): Promise<number[]> {
  const all = await Promise.all(acts.map((act) => repeat(act, times)));
  return all.flat();
}

async function repeat(act: Act, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) taken.push(await act());
  return taken;
}
