import { describe, expect, test } from "vitest";
import { operations } from "@/lib/openapi/operations";
import { sources } from "@/tests/structure/tree";

/** Every method of every handler under the API, with how it reads its request. */
const handlers = sources("app/api/v1", "app/api/public/v1")
  .filter(({ path }) => path.endsWith("/route.ts"))
  .flatMap(({ path, text }) => {
    const address = path.replace(/^app(.+)\/route\.ts$/, "$1").replace(/\[(\w+)\]/g, "{$1}");
    // From one exported method to the next.
    return text
      .split(/^export const /m)
      .slice(1)
      .map((part) => ({
        name: `${part.match(/^[A-Z]+/)?.[0].toLowerCase()} ${address}`,
        open: /^[A-Z]+ = handlePublic\b/.test(part),
        body: part.includes("readJson("),
        files: /\bread(?:Text|Scan)\(/.test(part),
        query: part.includes("readQuery("),
        ifMatch: part.includes("readIfMatch("),
        status: Number(part.match(/status: (\d+)/)?.[1] ?? 200),
      }));
  });

const listed = operations.map((operation) => ({
  name: `${operation.method} ${operation.path}`,
  open: operation.open === true,
  body: operation.body !== undefined,
  files: operation.files !== undefined,
  query: operation.query !== undefined,
  ifMatch: operation.ifMatch === true,
  // A handler that returns nothing answers 204 by itself.
  status: operation.status === 204 ? 200 : (operation.status ?? 200),
}));

describe("the table of operations", () => {
  test("lists every handler, and nothing that is not there", () => {
    const names = (rows: { name: string }[]) => rows.map(({ name }) => name).sort();
    expect(handlers.length).toBeGreaterThan(20);
    expect(names(listed)).toEqual(names(handlers));
  });

  test.each(handlers)("says how $name reads its request", (handler) => {
    expect(listed.find(({ name }) => name === handler.name)).toEqual(handler);
  });
});
