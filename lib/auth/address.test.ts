import { expect, test } from "vitest";
import { clientAddress } from "@/lib/auth/address";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["203.0.113.9, 192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8::7", "2001:db8::7"],
  ["unknown", null],
  ["", null],
])("%s comes from %s", (header, address) => {
  expect(clientAddress(new Headers({ "x-forwarded-for": header }))).toBe(address);
});

test("without the header nobody knows", () => {
  expect(clientAddress(new Headers())).toBeNull();
});
