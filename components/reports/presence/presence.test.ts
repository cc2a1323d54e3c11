import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPresence, PERIOD_MS, QUIET_MS } from "@/components/reports/presence/presence";
import { GONE_MS } from "@/lib/reports/presence/rules";
import type { PersonHere } from "@/lib/reports/presence/schema";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const colleague: PersonHere = { name: "王晓梅", section: "applications" };

/** A window whose calls are written down, over a server that somebody can play. */
function openWindow() {
  const said: string[] = [];
  const server = { people: [] as PersonHere[], isThere: true, isVisible: true, delay: 10 };
  const presence = createPresence({
    async note(section) {
      said.push(section ?? "-");
      const { people, isThere, delay } = server;
      await new Promise((resolve) => setTimeout(resolve, delay));
      return isThere ? people : null;
    },
    leave: () => said.push("left"),
    isVisible: () => server.isVisible,
    now: Date.now,
  });
  let drawn = 0;
  presence.subscribe(() => {
    drawn += 1;
  });
  return { presence, server, said, drawn: () => drawn };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The person goes on doing something, as a typist does. */
async function work(presence: { touch: () => void }, ms: number) {
  for (let at = 0; at < ms; at += 1000) {
    presence.touch();
    await pass(1000);
  }
}

describe("what a window says", () => {
  it("is that it is here, again after a while, however much is typed", async () => {
    const { presence, said } = openWindow();
    await work(presence, 3 * PERIOD_MS - 1000);
    expect(said).toEqual(["-", "-", "-"]);
  });

  it("names the section as soon as the person has settled in it", async () => {
    const { presence, said } = openWindow();
    presence.touch();
    presence.enter("title");
    presence.enter("applications");
    await pass(1000);
    expect(said).toEqual(["-", "applications"]);
    presence.enter("applications");
    await pass(1000);
    expect(said).toHaveLength(2);
    presence.enter(null);
    await pass(1000);
    expect(said.at(-1)).toBe("-");
  });

  it("ends when the person has gone quiet, and begins again with the first key", async () => {
    const { presence, said } = openWindow();
    presence.touch();
    presence.enter("other");
    await pass(QUIET_MS + PERIOD_MS);
    expect(said.at(-1)).toBe("left");
    const calls = said.length;
    await pass(10 * QUIET_MS);
    expect(said).toHaveLength(calls);
    presence.touch();
    await pass(1);
    expect(said.slice(calls)).toEqual(["other"]);
  });

  it("ends when it is closed, once", async () => {
    const { presence, said } = openWindow();
    presence.touch();
    presence.enter("other");
    presence.end();
    presence.end();
    await pass(QUIET_MS);
    expect(said).toEqual(["-", "left"]);
  });

  it("stops while it is hidden; who comes back soon was never gone", async () => {
    const { presence, server, said } = openWindow();
    presence.touch();
    server.isVisible = false;
    await pass(PERIOD_MS / 2);
    server.isVisible = true;
    presence.touch();
    await pass(PERIOD_MS / 2);
    expect(said).toEqual(["-", "-"]);
    server.isVisible = false;
    await pass(10 * PERIOD_MS);
    expect(said).toEqual(["-", "-"]);
    server.isVisible = true;
    presence.touch();
    await pass(1);
    expect(said).toEqual(["-", "-", "-"]);
  });
});

describe("who is shown", () => {
  it("is whom the server named, drawn again only when that changes", async () => {
    const { presence, server, drawn } = openWindow();
    server.people = [colleague];
    await work(presence, 2 * PERIOD_MS + 1000);
    expect(presence.people()).toEqual([colleague]);
    expect(drawn()).toBe(1);
    const shown = presence.people();
    server.people = [{ ...colleague }];
    await work(presence, PERIOD_MS);
    expect(presence.people()).toBe(shown);
    server.people = [];
    await work(presence, PERIOD_MS);
    expect(presence.people()).toEqual([]);
    expect(drawn()).toBe(2);
  });

  it("is nobody once it was not heard for a while: offline, or quiet oneself", async () => {
    const { presence, server } = openWindow();
    server.people = [colleague];
    presence.touch();
    await pass(1000);
    server.isThere = false;
    await work(presence, PERIOD_MS);
    expect(presence.people()).toEqual([colleague]);
    await work(presence, GONE_MS);
    expect(presence.people()).toEqual([]);
  });

  it("is what the newest call says, whichever answer comes last", async () => {
    const { presence, server } = openWindow();
    server.people = [colleague];
    server.delay = 5000;
    presence.touch();
    Object.assign(server, { people: [], delay: 10 });
    presence.enter("other");
    await pass(10_000);
    expect(presence.people()).toEqual([]);
  });
});
