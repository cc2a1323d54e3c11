import { carryOverRules } from "@/lib/checks/carry-over";
import type { CheckInput, Fault, Finding, Rule, Tier } from "@/lib/checks/finding";
import { fingerprint, numbered } from "@/lib/checks/fingerprint";
import { formRules } from "@/lib/checks/form";
import { layoutRules } from "@/lib/checks/layout";
import { proseRules } from "@/lib/checks/prose";
import { tableRules } from "@/lib/checks/tables";
import { totalRules } from "@/lib/checks/totals";
import { wordingRules } from "@/lib/checks/wording";
import { isTableKey, sectionsOf } from "@/lib/format/format";

export const rules: Rule[] = [
  ...totalRules,
  ...tableRules,
  ...carryOverRules,
  ...layoutRules,
  ...proseRules,
  ...formRules,
  ...wordingRules,
];

/**
 * All 校核问题 of a report: 必须修改 before 需作说明 before 仅作提示, each in printed
 * order. Pure, and the same in browser and server.
 */
export function runChecks(input: CheckInput): Finding[] {
  const place = placesOf(input);
  const findings = rules
    .flatMap((rule) => rule.run(input).map((fault) => toFinding(rule, fault)))
    .sort((a, b) => weight[a.tier] - weight[b.tier] || place(a) - place(b));
  const names = numbered(findings.map((finding) => finding.fingerprint));
  return findings.map((finding, i) => ({ ...finding, fingerprint: names[i] as string }));
}

const weight: Record<Tier, number> = { block: 0, warn: 1, hint: 2 };

function toFinding(rule: Rule, fault: Fault): Finding {
  const { operands: _, ...seen } = fault;
  return {
    ...seen,
    rule: rule.id,
    name: rule.name,
    tier: fault.tier ?? rule.tier,
    certain: fault.certain ?? true,
    fingerprint: fingerprint(rule.id, fault),
  };
}

/** Where a finding stands in the printed report, as one number to sort by. */
function placesOf({ format }: CheckInput): (finding: Finding) => number {
  const order = new Map<string, number>();
  for (const { key } of sectionsOf(format)) {
    order.set(key, order.size);
    if (!isTableKey(key)) continue;
    for (const cell of format.tables[key].cells) order.set(`${key}/${cell.key}`, order.size);
  }
  return ({ section, cell, range }) => {
    const base = order.get(cell ? `${section}/${cell}` : section) ?? 0;
    const within = range ? (range.paragraph * 1e6 + Math.min(range.start, 1e6 - 1)) / 1e12 : 0;
    return base + within;
  };
}
