import { z } from "zod";
import { bodyProblem, placeholderProblem, urlProblem } from "@/lib/notifications/gateway/rules";

function url(protocols: string[], words: string) {
  return z.string().refine((value) => hasProtocol(value, protocols), words);
}

function wholeNumber(min: number, max: number, words: string) {
  return z
    .string()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .refine((value) => value >= min && value <= max, words);
}

const databaseUrl = url(
  ["postgres:", "postgresql:"],
  "应为 postgresql:// 开头的地址，例如 postgresql://用户:密码@主机:5432/库名。",
);

/** A text in which `problem` finds nothing. */
function checked(problem: (value: string) => string | null) {
  return z.string().superRefine((value, ctx) => {
    const message = problem(value);
    if (message) ctx.addIssue({ code: "custom", message });
  });
}

const headers = z
  .string()
  .refine(isHeaders, '应为一个 JSON 对象，例如 {"Authorization":"Bearer 令牌"}。')
  .transform((text): Record<string, string> => JSON.parse(text));

/** Every variable of the contract; a default stands where one may be left out. */
const variables = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_POOL: wholeNumber(1, 500, "应为 1 到 500 之间的整数。").default(10),
  DATA_DIR: z.string().default(".data"),
  PORT: wholeNumber(1, 65535, "应为 1 到 65535 之间的整数。").default(3000),
  APP_URL: url(["http:", "https:"], "应为 http:// 或 https:// 开头的地址。").default(
    "http://127.0.0.1:3000",
  ),
  AUTH_SECRET: z.string().min(32, "至少要有 32 个字符。"),
  SMTP_URL: url(["smtp:", "smtps:"], "应为 smtp:// 或 smtps:// 开头的地址。").optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@\r\n]+<)?[^\s<>@]+@[^\s<>@]+>?$/,
      "应为邮箱地址，例如 年报台 <nb@example.gov.cn>。",
    )
    .optional(),
  GATEWAY_URL: checked(urlProblem).optional(),
  GATEWAY_METHOD: z.enum(["POST", "PUT", "GET"], "只能是 POST、PUT 或 GET。").default("POST"),
  GATEWAY_HEADERS: headers.default({}),
  GATEWAY_BODY: checked(placeholderProblem).default(""),
  GATEWAY_ACCEPTED: z.string().optional(),
  FONT_DIR: z.string().optional(),
  OIDC_ISSUER: url(["https:", "http:"], "应为 https:// 开头的地址。").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  DEMO: z.enum(["0", "1"], "只能是 0（不装入演示数据）或 1。").default("1"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
});

type Variables = z.infer<typeof variables>;

/**
 * The environment, read variable by variable at the moment of use, so that a build needs none of
 * them and a test can set its own. Empty counts as unset.
 * @throws Error with a Chinese sentence when a needed variable is missing or a value is wrong.
 */
export const env = new Proxy({} as Variables, {
  get: (_, name) => (isVariable(name) ? read(name) : undefined),
});

/**
 * Sentences about every variable that is set to a wrong value, or lacks another beside it; one that
 * is missing for good is no fault here.
 */
export function findWrongVariables(): string[] {
  const wrong = Object.keys(variables.shape)
    .filter(isVariable)
    .filter((name) => raw(name) !== undefined)
    .flatMap((name) => faults(name));
  return wrong.length ? wrong : faultsTogether();
}

function faultsTogether(): string[] {
  const found: string[] = [];
  if (env.SMTP_URL && !env.MAIL_FROM) {
    found.push("设置了 SMTP_URL，还要用 MAIL_FROM 设置发件人，请参照 .env.example。");
  }
  if (!env.GATEWAY_URL) return found;
  if (env.GATEWAY_METHOD !== "GET" && !env.GATEWAY_BODY) {
    found.push("设置了 GATEWAY_URL，还要用 GATEWAY_BODY 设置发送的内容，请参照 .env.example。");
  }
  const { GATEWAY_URL: url, GATEWAY_METHOD: method, GATEWAY_HEADERS: sent } = env;
  const problem = bodyProblem({ url, method, headers: sent, body: env.GATEWAY_BODY });
  return problem ? [...found, `环境变量 GATEWAY_BODY 的值不对：${problem}`] : found;
}

function read(name: keyof Variables): unknown {
  const [fault] = faults(name);
  if (fault) throw new Error(fault);
  return variables.shape[name].parse(raw(name));
}

function faults(name: keyof Variables): string[] {
  const value = raw(name);
  const result = variables.shape[name].safeParse(value);
  if (result.success) return [];
  if (value === undefined) return [`环境变量 ${name} 没有设置，请参照 .env.example 设置。`];
  return result.error.issues.map((issue) => `环境变量 ${name} 的值不对：${issue.message}`);
}

function raw(name: string): string | undefined {
  return process.env[name] || undefined;
}

function isVariable(name: string | symbol): name is keyof Variables {
  return name in variables.shape;
}

function hasProtocol(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isHeaders(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    const entries = Object.entries(Object(value));
    const isPlain = value !== null && typeof value === "object" && !Array.isArray(value);
    return isPlain && entries.every((entry) => entry.every(isHeaderText));
  } catch {
    return false;
  }
}

function isHeaderText(part: unknown): boolean {
  return typeof part === "string" && /^[\x20-\x7e]+$/.test(part);
}
