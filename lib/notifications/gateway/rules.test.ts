import { describe, expect, it } from "vitest";
import {
  bodyProblem,
  type GatewayTemplate,
  gatewayRequest,
  placeholderProblem,
  urlProblem,
} from "@/lib/notifications/gateway/rules";

const values = {
  id: "0198",
  name: '王"秉文',
  phone: "13800000000",
  step: "一审<一校>",
  due: "2026年1月12日",
  address: "https://nb.example.cn/desk/reviews/1?a=1&b=2",
  title: "灋河回族区司法局2025年度报告",
};

const template = (changes: Partial<GatewayTemplate>): GatewayTemplate => ({
  method: "POST",
  url: "https://gateway.example.cn/send",
  headers: {},
  body: "",
  ...changes,
});

describe("a template filled for one person", () => {
  it("keeps JSON whole, whatever stands in a value", () => {
    const body = '{"mobile":"{phone}","text":"{name}：{title}“{step}”，{due}前，{address}"}';
    const request = gatewayRequest(template({ body }), values);
    expect(JSON.parse(request.body)).toEqual({
      mobile: "13800000000",
      text: `${values.name}：${values.title}“${values.step}”，${values.due}前，${values.address}`,
    });
    expect(request.headers["content-type"]).toContain("application/json");
  });

  it("writes forms, XML and plain text each in their own way", () => {
    const filled = (type: string) =>
      gatewayRequest(
        template({ headers: { "Content-Type": type }, body: "t={step}&a={name}" }),
        values,
      ).body;
    expect(filled("application/x-www-form-urlencoded")).toBe(
      `t=${encodeURIComponent(values.step)}&a=${encodeURIComponent(values.name)}`,
    );
    expect(filled("text/xml")).toBe("t=一审&#60;一校&#62;&a=王&#34;秉文");
    expect(filled("text/plain")).toBe('t=一审<一校>&a=王"秉文');
  });

  it("never moves to another host by what stands in an address", () => {
    const url = "https://gateway.example.cn/{phone}?n={name}";
    const request = gatewayRequest(template({ url }), { ...values, phone: "../@evil.example/" });
    expect(new URL(request.url).host).toBe("gateway.example.cn");
  });

  it("leaves braces that are no placeholder, and puts nothing in twice", () => {
    const body = '{"a":{"b":"{name}"}}';
    const request = gatewayRequest(template({ body }), { ...values, name: "{phone}" });
    expect(request.body).toBe('{"a":{"b":"{phone}"}}');
  });
});

describe("what stops the start", () => {
  it.each([
    ["http://gateway.example.cn/send", "https"],
    ["ftp://gateway.example.cn/send", "https"],
    ["https://user:secret@gateway.example.cn/", "账号密码"],
    ["https://{name}.example.cn/", "占位符"],
    ["https://gateway.example.cn/{mobile}", "{mobile}"],
    ["gateway", "https"],
  ])("the address %s", (url, words) => {
    expect(urlProblem(url)).toContain(words);
  });

  it.each([
    "https://gateway.example.cn/send?to={phone}",
    "http://127.0.0.1:8080/send",
    "http://localhost/",
    "http://[::1]:9000/a",
  ])("not the address %s", (url) => {
    expect(urlProblem(url)).toBeNull();
  });

  it("an unknown placeholder, by name, and JSON that is none", () => {
    expect(placeholderProblem("{name}{text}")).toContain("{text}");
    expect(placeholderProblem('{"a":"{due}"}')).toBeNull();
    expect(bodyProblem(template({ body: '{"a":{name}}' }))).toContain("JSON");
    expect(bodyProblem(template({ body: '{"a":"{name}"}' }))).toBeNull();
    const headers = { "Content-Type": "text/plain" };
    expect(bodyProblem(template({ headers, body: "{name}您好" }))).toBeNull();
  });
});
