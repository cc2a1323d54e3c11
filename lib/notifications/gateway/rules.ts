/** What a template may ask for, in braces; nothing of a report's text is among it. */
const placeholders = ["name", "phone", "step", "due", "address", "title", "id"] as const;

export type GatewayValues = Record<(typeof placeholders)[number], string>;

/** The template of 短信、政务微信 or 政务钉钉, as the operator set it. */
export interface GatewayTemplate {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

const samples = Object.fromEntries(placeholders.map((name) => [name, "x"])) as GatewayValues;

/** The request for one person, every value written as the place where it stands needs it. */
export function gatewayRequest(template: GatewayTemplate, values: GatewayValues): GatewayTemplate {
  const { method, url, body } = template;
  const headers = { "content-type": JSON_TYPE, ...lowerCase(template.headers) };
  const encode = encoderFor(headers["content-type"]);
  return {
    method,
    url: fill(url, values, encodeURIComponent),
    headers,
    body: fill(body, values, encode),
  };
}

const JSON_TYPE = "application/json; charset=utf-8";

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function encoderFor(type: string): (value: string) => string {
  if (/json/i.test(type)) return (value) => JSON.stringify(value).slice(1, -1);
  if (/x-www-form-urlencoded/i.test(type)) return encodeURIComponent;
  if (/xml/i.test(type))
    return (value) => value.replace(/[<>&'"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return (value) => value;
}

function fill(text: string, values: GatewayValues, encode: (value: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? encode(values[name as keyof GatewayValues]) : whole,
  );
}

/** What is wrong with the address of the gateway, in Chinese; null where nothing is. */
export function urlProblem(url: string): string | null {
  const host = /^(https?):\/\/([^/?#]+)/i.exec(url)?.[2];
  if (!host || !URL.canParse(url)) return "应为 https:// 开头的地址。";
  if (/[{}@]/.test(host)) return "主机名里不能有占位符或者账号密码。";
  const { protocol, hostname } = new URL(url);
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol !== "https:" && !isLoopback) return "只能用 https；本机（127.0.0.1）才可以用 http。";
  return placeholderProblem(url);
}

/** The same for a piece of the template. */
export function placeholderProblem(text: string): string | null {
  const unknown = [...text.matchAll(/\{([A-Za-z]\w*)\}/g)]
    .map(([, name = ""]) => name)
    .find((name) => !Object.hasOwn(samples, name));
  if (!unknown) return null;
  return `不认识占位符 {${unknown}}，可以用的是 ${placeholders.map((p) => `{${p}}`).join("、")}。`;
}

/** What is wrong with a whole template: JSON that is none once it is filled. */
export function bodyProblem(template: GatewayTemplate): string | null {
  const { headers, body } = gatewayRequest(template, samples);
  if (!body || !/json/i.test(headers["content-type"] ?? "")) return null;
  try {
    JSON.parse(body);
    return null;
  } catch {
    return "填入内容以后不是有效的 JSON，请检查引号和逗号。";
  }
}
