import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";

interface MoveButtonsProps {
  /** Key of the level or step: the buttons are found again by it after a move. */
  id: string;
  name: string;
  isOpen: boolean;
  onOpen: () => void;
  /** Without it there is nowhere to go. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
  /** Further buttons. */
  children?: ReactNode;
}

/** 修改, 上移, 下移, 删去 of a row, each saying of which. */
export function MoveButtons(props: MoveButtonsProps) {
  const { id, name, isOpen, onOpen, onUp, onDown, onRemove, children } = props;
  return (
    <div className="ml-auto flex flex-wrap justify-end gap-x-1">
      <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={onOpen}>
        {isOpen ? "收起" : "修改"}
        <span className="sr-only">{name}</span>
      </Button>
      {[
        { words: "上移", to: "up", move: onUp },
        { words: "下移", to: "down", move: onDown },
      ].map(({ words, to, move }) => (
        <Button
          key={to}
          id={`${to}-${id}`}
          size="small"
          tone="quiet"
          className="disabled:border-transparent! disabled:bg-transparent!"
          disabled={!move}
          onClick={move}
        >
          {words}
          <span className="sr-only">{name}</span>
        </Button>
      ))}
      {children}
      <Button size="small" tone="quiet" onClick={onRemove}>
        删去<span className="sr-only">{name}</span>
      </Button>
    </div>
  );
}
