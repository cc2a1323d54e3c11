import { fieldId, focusPlace } from "@/components/reports/drafting/place";
import type { Finding } from "@/lib/checks/finding";

interface FindingTextProps {
  finding: Finding;
  /** Called before the page goes to the place. */
  onGo?: () => void;
}

/** What is wrong, as a link to its place, with what to do about it. */
export function FindingText({ finding, onGo }: FindingTextProps) {
  const { section, cell, range, message, expected, actual, advice, certain } = finding;
  return (
    <div className="min-w-0 text-sm">
      <a
        href={`#${fieldId(section, cell)}`}
        onClick={(event) => {
          event.preventDefault();
          onGo?.();
          // After a dialog has handed back the focus.
          setTimeout(() => focusPlace(section, cell, range), onGo ? 50 : 0);
        }}
        className="text-primary underline decoration-primary-line underline-offset-4 hover:decoration-primary"
      >
        {message}
      </a>
      {(expected !== undefined || actual !== undefined) && (
        <p className="text-xs text-muted">
          {expected !== undefined && <>应为：{expected}</>}
          {expected !== undefined && actual !== undefined && "　"}
          {actual !== undefined && <>现为：{actual}</>}
        </p>
      )}
      <p className="text-xs text-muted">
        {!certain && "请人工核对。"}
        {advice}
      </p>
    </div>
  );
}
