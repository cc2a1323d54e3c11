import { z } from "zod";

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

/** Sentences about every variable that is set to a wrong value; a missing one is no fault here. */
export function findWrongVariables(): string[] {
  return Object.keys(variables.shape)
    .filter(isVariable)
    .filter((name) => raw(name) !== undefined)
    .flatMap((name) => faults(name));
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
