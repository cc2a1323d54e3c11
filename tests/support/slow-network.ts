import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A way to the site on which every request takes its time; what is given up on it goes no further. */
export interface SlowNetwork {
  /** For a browser's context. */
  proxy: { server: string };
  /** In milliseconds, of each request from now on. */
  delay: number;
  close: () => void;
}

export async function openSlowNetwork(): Promise<SlowNetwork> {
  const server = createServer(carry);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const proxy = { server: `http://127.0.0.1:${port}` };
  const network: SlowNetwork = { proxy, delay: 0, close: () => server.close() };

  async function carry(incoming: IncomingMessage, answer: ServerResponse) {
    await sleep(network.delay);
    if (answer.closed) return;
    const { url = "", method, headers } = incoming;
    const onward = request(url, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.once("error", () => answer.destroy());
    incoming.pipe(onward);
  }

  return network;
}
