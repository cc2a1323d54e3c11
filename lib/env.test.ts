import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { env, findWrongVariables } from "@/lib/env";

const names = [
  "SMTP_URL",
  "MAIL_FROM",
  "GATEWAY_URL",
  "GATEWAY_METHOD",
  "GATEWAY_HEADERS",
  "GATEWAY_BODY",
];
const before = process.env;

beforeEach(() => {
  process.env = { ...before };
  for (const name of names) delete process.env[name];
});

afterEach(() => {
  process.env = before;
});

function wrong(variables: Record<string, string>): string {
  Object.assign(process.env, variables);
  return findWrongVariables().join("\n");
}

const smtp = { SMTP_URL: "smtp://127.0.0.1:25", MAIL_FROM: "年报台 <nb@example.gov.cn>" };
const gateway = {
  GATEWAY_URL: "https://gateway.example.cn/send",
  GATEWAY_BODY: '{"to":"{phone}"}',
};

describe("the start is stopped with a sentence by", () => {
  it.each([
    ["mail without a sender", { SMTP_URL: smtp.SMTP_URL }, "MAIL_FROM"],
    ["a sender that is no address", { ...smtp, MAIL_FROM: "年报台" }, "MAIL_FROM"],
    ["a gateway without https", { ...gateway, GATEWAY_URL: "http://a.cn/" }, "https"],
    ["a gateway without a body", { GATEWAY_URL: gateway.GATEWAY_URL }, "GATEWAY_BODY"],
    ["an unknown placeholder", { ...gateway, GATEWAY_BODY: "{text}" }, "{text}"],
    ["JSON that is none", { ...gateway, GATEWAY_BODY: '{"to":{phone}}' }, "JSON"],
    ["headers that are no object", { ...gateway, GATEWAY_HEADERS: '["a"]' }, "GATEWAY_HEADERS"],
    ["headers of two lines", { ...gateway, GATEWAY_HEADERS: '{"a":"b\\nc"}' }, "GATEWAY_HEADERS"],
    ["another method", { ...gateway, GATEWAY_METHOD: "DELETE" }, "GATEWAY_METHOD"],
  ])("%s", (_, variables, words) => {
    expect(wrong(variables)).toContain(words);
  });

  it("not by mail and gateway as they should be, nor by neither", () => {
    expect(wrong({})).toBe("");
    expect(wrong({ ...smtp, ...gateway, GATEWAY_HEADERS: '{"Authorization":"Bearer x"}' })).toBe(
      "",
    );
    expect(env.GATEWAY_HEADERS).toEqual({ Authorization: "Bearer x" });
    expect(env.GATEWAY_METHOD).toBe("POST");
  });
});
