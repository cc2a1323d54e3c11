import type { Fault } from "@/lib/checks/finding";

const LONGEST_OPERAND = 32;

/**
 * A readable name for a fault: rule, place, operands, such as
 * `T07:applications:carriedIn.naturalPerson:3:5`. Bounded in length, and free of
 * spaces, separators and broken characters, so that it can stand in an address.
 * It leaves out the paragraph: an explanation outlives a paragraph put in above.
 */
export function fingerprint(rule: string, fault: Fault): string {
  const place = fault.cell ? [fault.section, fault.cell] : [fault.section];
  return [rule, ...place, ...fault.operands.map(part)].join(":");
}

/** Tells equal faults of one run apart, in printed order: the second one ends in `@2`. */
export function numbered(fingerprints: string[]): string[] {
  const times = new Map<string, number>();
  return fingerprints.map((name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    // `@` is never part of an operand, so a numbered name cannot meet an unnumbered one.
    return time === 1 ? name : `${name}@${time}`;
  });
}

function part(operand: string | number): string {
  const text = String(operand);
  const head = text.slice(0, LONGEST_OPERAND).replace(/[\p{Cs}\p{Cc}\p{Cf}\s:@/\\?#%]/gu, "_");
  return text.length > LONGEST_OPERAND ? `${head}~${digest(text)}` : head;
}

/** FNV-1a over two seeds; tells long operands apart, protects nothing. */
function digest(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return [a, b].map((n) => (n >>> 0).toString(36)).join("");
}
