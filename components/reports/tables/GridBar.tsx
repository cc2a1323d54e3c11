import { Button } from "@/components/ui/Button";

interface GridBarProps {
  readOnly: boolean;
  /** Null where there is no report of last year. */
  lastYear: { shown: boolean; toggle: () => void } | null;
  undo: () => void;
  redo: () => void;
  copy: () => void;
  explain: () => void;
}

/** What can be done with a whole table; each has its key too. */
export function GridBar({ readOnly, lastYear, undo, redo, copy, explain }: GridBarProps) {
  return (
    <div className="-ml-2.5 flex flex-wrap gap-1">
      {!readOnly && (
        <>
          <Button size="small" tone="quiet" title="Ctrl+Z" onClick={undo}>
            撤销
          </Button>
          <Button size="small" tone="quiet" title="Ctrl+Y" onClick={redo}>
            重做
          </Button>
        </>
      )}
      <Button size="small" tone="quiet" onClick={copy}>
        复制整表
      </Button>
      {lastYear && (
        <Button
          size="small"
          tone="quiet"
          aria-pressed={lastYear.shown}
          onClick={lastYear.toggle}
          className="aria-pressed:bg-primary-soft"
        >
          上年数
        </Button>
      )}
      <Button size="small" tone="quiet" title="F1 或 ?" onClick={explain}>
        填报说明
      </Button>
    </div>
  );
}
