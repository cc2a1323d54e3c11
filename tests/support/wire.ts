import { connect, createServer, type Socket } from "node:net";

/** A statement that a client had the server execute. */
export interface SentStatement {
  /** Connections are numbered in the order in which they were opened. */
  connection: number;
  text: string;
}

export interface Wire {
  /** The address to use instead of the server's. */
  url: string;
  /** Everything sent so far; to be emptied by who counts. */
  statements: SentStatement[];
  close(): Promise<void>;
}

/** Stands between a client and its PostgreSQL, and notes what the client has it execute. */
export async function listenIn(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address);
  const statements: SentStatement[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    const connection = ++connections;
    const read = reader((text) => statements.push({ connection, text }));
    client.on("data", read);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => client.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = server.address();
  if (!own || typeof own === "string") throw new Error("No port to listen on");
  return {
    url: address.replace(`:${port}/`, `:${own.port}/`),
    statements,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Reads the client's half of PostgreSQL's protocol, version 3, however it is cut into pieces. */
function reader(onStatement: (text: string) => void) {
  const prepared = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let bound = "";
  let started = false;
  return (piece: Buffer) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      // The very first message has no letter before its length.
      const letters = started ? 1 : 0;
      if (rest.length < letters + 4) return;
      const end = letters + rest.readUInt32BE(letters);
      if (rest.length < end) return;
      const [first = "", second = ""] = rest.toString("utf8", letters + 4, end).split("\0");
      const letter = started ? String.fromCharCode(rest[0] ?? 0) : "";
      if (letter === "P") prepared.set(first, second);
      if (letter === "B") bound = prepared.get(second) ?? "";
      if (letter === "E") onStatement(bound);
      if (letter === "Q") onStatement(first);
      started = true;
      rest = rest.subarray(end);
    }
  };
}
