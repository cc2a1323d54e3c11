import { expect, test } from "vitest";
import { ownPath } from "@/lib/auth/own-path";

test.each([
  ["/desk/reports/1?tab=a#b", "/desk/reports/1?tab=a#b"],
  ["/", "/"],
  ["/loginhelp", "/loginhelp"],
])("%s is a path of this site", (wish, path) => {
  expect(ownPath(wish)).toBe(path);
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "https://evil.example/desk",
  "javascript:alert(1)",
  "evil.example",
  " /desk/reports",
  "//[",
  "/login?next=/login",
  "/api/auth/signout",
  "",
  null,
  undefined,
  ["/desk/reports"],
])("%j leads to the desk instead", (wish) => {
  expect(ownPath(wish)).toBe("/desk");
});
