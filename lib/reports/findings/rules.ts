import { runChecks } from "@/lib/checks/evaluator";
import type { CheckInput, Finding } from "@/lib/checks/finding";
import { getFormat, type Sections } from "@/lib/format/content";
import { isOpen } from "@/lib/reports/completion/rules";

/** 情况说明, the newest of a finding. */
export interface ExplanationFact {
  fingerprint: string;
  reason: string;
  byName: string;
  /** ISO time. */
  at: string;
}

export interface ExplainedFinding extends Finding {
  explanation: ExplanationFact | null;
}

const REMEMBERED = 500;
const remembered = new Map<string, Finding[]>();

/**
 * The checks of a report, with what was explained. The checks are pure, so
 * their findings are remembered under `key`, which must name all their input.
 */
export function explainedFindings(
  key: string,
  input: CheckInput,
  explanations: ExplanationFact[],
): ExplainedFinding[] {
  return explained(findingsUnder(key, input), explanations);
}

/** What the checks would find in another text of a report, with what was explained. */
export function findingsIn(
  record: Omit<CheckInput, "format"> & { findings: ExplainedFinding[] },
  sections: Sections,
): ExplainedFinding[] {
  const input = { ...record, sections, format: getFormat(record.identity.format) };
  const explanations = record.findings.flatMap(({ explanation }) => explanation ?? []);
  return explained(runChecks(input), explanations);
}

function explained(findings: Finding[], explanations: ExplanationFact[]): ExplainedFinding[] {
  const byFingerprint = new Map(explanations.map((fact) => [fact.fingerprint, fact]));
  return findings.map((finding) => ({
    ...finding,
    explanation: byFingerprint.get(finding.fingerprint) ?? null,
  }));
}

function findingsUnder(key: string, input: CheckInput): Finding[] {
  const known = remembered.get(key);
  if (known) return known;
  const findings = runChecks(input);
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
  remembered.set(key, findings);
  return findings;
}

/** What forbids to submit: blocking findings, and warnings without a word of explanation. */
export function submitBlocksOf(findings: ExplainedFinding[]): string[] {
  return findings
    .filter(isOpen)
    .map(({ tier, message, advice }) =>
      tier === "block"
        ? `必须修改：${message}。${advice}。`
        : `需作说明：${message}。请改正，或者填写情况说明。`,
    );
}
