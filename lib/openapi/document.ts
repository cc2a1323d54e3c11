import { z } from "zod";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import type { Operation } from "@/lib/openapi/operation";
import { operations } from "@/lib/openapi/operations";
import { sectionKey } from "@/lib/openapi/parts";
import { refusals } from "@/lib/openapi/problem";
import { answers, inputs } from "@/lib/openapi/schemas";
import { handoutNames } from "@/lib/reports/handouts/schema";

type Json = Record<string, unknown>;

/** The API as an OpenAPI 3.1 document, made from the very schemas that the handlers use. Pure. */
export function openApiDocument() {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "年报台接口",
      version: "1",
      description:
        "页面能做的，接口都能做；校核和权限相同。错误按 RFC 9457 答复，reasons 列出全部原因。",
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { ...schemasOf(inputs, "input"), ...schemasOf(answers, "output") },
      responses: Object.fromEntries(codes.map((code) => [code, refusal(code)])),
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    },
  };
}

const codes = Object.keys(errorStatus) as ErrorCode[];

function describe(operation: Operation): Json {
  const { id, tag, summary, open, status = 200 } = operation;
  const refused: ErrorCode[] = open
    ? operation.refusals
    : ["UNAUTHENTICATED", ...operation.refusals];
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: open ? [] : [{ bearer: [] }],
    parameters: [
      ...pathParameters(operation),
      ...headers(operation),
      ...queryParameters(operation),
    ],
    ...requestBody(operation),
    responses: {
      [status]: success(operation),
      ...Object.fromEntries(
        refused.map((code) => [errorStatus[code], reference("responses", code)]),
      ),
    },
  };
}

/** Every part that an address may have. */
const parts: Record<string, { description: string; schema: Json }> = {
  id: { description: "报告编号", schema: { type: "string", format: "uuid" } },
  key: { description: "部分的名称", schema: { type: "string", enum: sectionKey.options } },
  name: {
    description: "文件名",
    schema: {
      type: "string",
      enum: ["report.pdf", "report.html", "report.json", "review-record.pdf", "sign-sheet.pdf"],
    },
  },
  document: { description: "文件名", schema: { type: "string", enum: handoutNames } },
  no: { description: "第几稿", schema: { type: "integer", minimum: 1 } },
  scan: { description: "扫描件的编号", schema: { type: "string", format: "uuid" } },
  item: { description: "意见的编号", schema: { type: "string", format: "uuid" } },
  plan: { description: "审核流程的编号", schema: { type: "string", format: "uuid" } },
  phrase: { description: "常用意见的编号", schema: { type: "string", format: "uuid" } },
  thread: { description: "批注的编号", schema: { type: "string", format: "uuid" } },
  fingerprint: { description: "校核问题的标识", schema: { type: "string" } },
  bureau: { description: "机关代码", schema: { type: "string" } },
  year: { description: "报告年度", schema: { type: "integer" } },
};

function pathParameters({ path }: Operation): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...parts[name],
  }));
}

function headers({ ifMatch, saveOrder }: Operation): Json[] {
  const found: Json[] = [];
  if (ifMatch) {
    const description = "开始编辑时的版本";
    const schema = { type: "string", pattern: '^"?\\d{1,9}"?$', examples: ['"3"'] };
    found.push({ name: "If-Match", in: "header", required: true, description, schema });
  }
  if (saveOrder) {
    const description = "窗口标识和它的第几次保存；重复的和迟到的保存不再改动内容";
    const schema = { type: "string", pattern: "^[\\w-]{1,40} \\d{1,9}$", examples: ["w3f9 12"] };
    found.push({ name: "Save-Order", in: "header", required: false, description, schema });
  }
  return found;
}

function queryParameters({ query }: Operation): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", override: tidy });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function requestBody({ body, files }: Operation): Json {
  if (body) {
    const content = { "application/json": { schema: reference("schemas", body) } };
    return { requestBody: { required: true, content } };
  }
  if (!files) return {};
  const content = Object.fromEntries(files.map((mime) => [mime, { schema: fileSchema(mime) }]));
  return { requestBody: { required: true, content } };
}

function fileSchema(mime: string): Json {
  if (mime !== "multipart/form-data") return { type: "string" };
  const file = { type: "string", contentMediaType: "text/plain" };
  return { type: "object", properties: { file }, required: ["file"] };
}

function success({ status, answer, downloads = [] }: Operation): Json {
  if (status === 204) return { description: "已完成" };
  const json = answer ? [["application/json", { schema: reference("schemas", answer) }]] : [];
  const content = Object.fromEntries([...json, ...downloads.map((mime) => [mime, {}])]);
  return { description: status === 201 ? "已新建" : "成功", content };
}

function refusal(code: ErrorCode): Json {
  const schema = reference("schemas", "Problem");
  return { description: refusals[code], content: { "application/problem+json": { schema } } };
}

function reference(kind: "schemas" | "responses", name: string): { $ref: string } {
  return { $ref: `#/components/${kind}/${name}` };
}

/** Schemas that refer to each other by name. */
function schemasOf(named: Record<string, z.ZodType>, io: "input" | "output"): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const uri = (id: string) => reference("schemas", id).$ref;
  const { schemas } = z.toJSONSchema(registry, { io, uri, override: tidy });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

/** Leaves out what a format says already, and bounds that only JavaScript has. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
