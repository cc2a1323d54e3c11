import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextArea } from "@/components/ui/TextArea";

interface ReplyFormProps {
  isOpen: boolean;
  canResolve: boolean;
  /** Answers why not, or nothing. */
  onReply: (words: string) => Promise<string[]>;
  onResolve: (resolved: boolean, words: string) => Promise<string[]>;
}

/** An answer; who may, resolves or reopens with it or without a word. */
export function ReplyForm({ isOpen, canResolve, onReply, onResolve }: ReplyFormProps) {
  const [words, setWords] = useState("");
  const [pending, setPending] = useState<"reply" | "resolve" | null>(null);
  const [reasons, setReasons] = useState<string[]>([]);

  async function send(act: "reply" | "resolve") {
    setPending(act);
    const said = words.trim();
    const refused = await (act === "reply" ? onReply(said) : onResolve(isOpen, said));
    setPending(null);
    setReasons(refused);
    if (refused.length === 0) setWords("");
  }

  return (
    <div className="space-y-2">
      <TextArea
        label="回复"
        labelHidden
        placeholder="回复"
        rows={1}
        growing
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="flex flex-wrap gap-1">
        <Button
          size="small"
          pending={pending === "reply"}
          disabled={words.trim() === "" || pending === "resolve"}
          onClick={() => send("reply")}
        >
          回复
        </Button>
        {canResolve && (
          <Button
            size="small"
            tone="quiet"
            pending={pending === "resolve"}
            disabled={pending === "reply"}
            onClick={() => send("resolve")}
          >
            {isOpen ? "标为已解决" : "重新打开"}
          </Button>
        )}
      </div>
      {reasons.length > 0 && (
        <div role="alert" className="text-sm text-danger">
          <ReasonList reasons={reasons} />
        </div>
      )}
    </div>
  );
}
