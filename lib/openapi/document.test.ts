import { expect, test } from "vitest";
import { openApiDocument } from "@/lib/openapi/document";
import { operations } from "@/lib/openapi/operations";

const document = JSON.parse(JSON.stringify(openApiDocument()));

interface Described {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  security: object[];
  requestBody?: { content: object };
  responses: Record<string, { $ref?: string; description?: string }>;
}

const described: [string, string, Described][] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(
      ([method, operation]) => [path, method, operation] as [string, string, Described],
    ),
);

test("has what OpenAPI 3.1 asks for, and every operation of the table", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(Object.keys(document.info)).toEqual(expect.arrayContaining(["title", "version"]));
  expect(described).toHaveLength(operations.length);
  const ids = described.map(([, , { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every $ref leads to something", () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
  expect(refs.length).toBeGreaterThan(50);
  const lost = refs.filter((ref) => resolve(ref ?? "") === undefined);
  expect(lost).toEqual([]);
});

function resolve(ref: string): unknown {
  if (!ref.startsWith("#/")) return undefined;
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
}

test.each(described)("%s %s declares the parts of its address, once each", (path, _, operation) => {
  const declared = operation.parameters.filter((parameter) => parameter.in === "path");
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(declared.map(({ name }) => name)).toEqual(named);
  expect(declared.every(({ required, schema }) => required && schema)).toBe(true);
  const places = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
  expect(new Set(places).size).toBe(places.length);
});

test.each(described)(
  "%s %s says in Chinese what it does and how it refuses",
  (path, _, operation) => {
    expect(operation.summary).toMatch(/\p{Script=Han}/u);
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
    expect(statuses.every((status) => /^[2-5]\d\d$/.test(status))).toBe(true);
    expect(statuses.includes("401")).toBe(
      operation.security.length > 0 || path.endsWith("/tokens"),
    );
  },
);

test("refusals are problem documents", () => {
  for (const response of Object.values(document.components.responses)) {
    expect(response).toMatchObject({
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    });
  }
});

test("a save asks for its version, and only for numbers, text or blanks", () => {
  const save = document.paths["/api/v1/reports/{id}/sections/{key}"].patch;
  const version = save.parameters.find((parameter: { in: string }) => parameter.in === "header");
  expect(version).toMatchObject({ name: "If-Match", required: true });
  const [prose, table] = document.components.schemas.SectionChange.anyOf;
  expect(prose.required).toEqual(["paragraphs"]);
  expect(table.properties.cells.additionalProperties).toBeDefined();
});

test("what may be left out of a query is not required", () => {
  const { parameters } = document.paths["/api/v1/reports"].get;
  expect(parameters.map((parameter: { name: string }) => parameter.name)).toContain("limit");
  expect(parameters.filter((parameter: { required: boolean }) => parameter.required)).toEqual([]);
  const diff = document.paths["/api/v1/reports/{id}/diff"].get.parameters.slice(1);
  expect(diff).toMatchObject([
    { name: "from", required: true, schema: { type: "integer", minimum: 1 } },
    { name: "to", required: true },
  ]);
});
