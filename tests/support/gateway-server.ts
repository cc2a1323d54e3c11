import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Called {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface GatewayServer {
  url: string;
  calls: Called[];
  /** What it answers from now on. */
  answer(status: number, body: string, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

/** A gateway on the loopback, which keeps what it was asked. */
export async function startGateway(): Promise<GatewayServer> {
  const calls: Called[] = [];
  let answer = { status: 200, body: "ok", headers: {} };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      calls.push({ method, path, headers, body: Buffer.concat(pieces).toString("utf8") });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    answer: (status, body, headers = {}) => {
      answer = { status, body, headers };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
