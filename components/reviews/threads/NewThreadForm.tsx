import { useEffect, useRef, useState } from "react";
import { PlaceFields } from "@/components/reviews/threads/PlaceFields";
import type { ThreadPlace } from "@/components/reviews/threads/thread-place";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Checkbox";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextArea } from "@/components/ui/TextArea";

interface NewThreadFormProps {
  format: string;
  place: ThreadPlace;
  onPlace: (place: ThreadPlace | null) => void;
  /** Answers why not, or nothing. */
  onSend: (place: ThreadPlace, words: string, mustResolve: boolean) => Promise<string[]>;
}

/** A new thread: where, what, and whether it must be resolved before the report goes on. */
export function NewThreadForm({ format, place, onPlace, onSend }: NewThreadFormProps) {
  const [words, setWords] = useState("");
  const [mustResolve, setMustResolve] = useState(false);
  const [pending, setPending] = useState(false);
  const [reasons, setReasons] = useState<string[]>([]);
  const frame = useRef<HTMLFieldSetElement>(null);
  const isChosen = place.section !== "";

  // A place chosen in the text: the next thing is to say what about it.
  useEffect(() => {
    const first = place.section ? "textarea[name=words]" : "select";
    if (!frame.current?.contains(document.activeElement)) {
      frame.current?.querySelector<HTMLElement>(first)?.focus();
    }
  }, [place]);

  async function send() {
    setPending(true);
    const refused = await onSend(place, words.trim(), mustResolve);
    setPending(false);
    setReasons(refused);
    if (refused.length === 0) onPlace(null);
  }

  return (
    <fieldset ref={frame} className="space-y-2 rounded-sm border border-line p-3">
      <legend className="px-1 text-sm font-bold">新批注</legend>
      <PlaceFields {...{ format, place }} onChange={onPlace} />
      <TextArea
        label="批注内容"
        name="words"
        rows={2}
        growing
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Checkbox
        label="必须解决"
        hint="未解决时报告不能送审"
        checked={mustResolve}
        onChange={(event) => setMustResolve(event.target.checked)}
      />
      <div className="flex flex-wrap gap-1">
        <Button
          size="small"
          tone="primary"
          pending={pending}
          disabled={!isChosen || words.trim() === ""}
          onClick={send}
        >
          提出批注
        </Button>
        <Button size="small" tone="quiet" disabled={pending} onClick={() => onPlace(null)}>
          取消
        </Button>
      </div>
      {reasons.length > 0 && (
        <div role="alert" className="text-sm text-danger">
          <ReasonList reasons={reasons} />
        </div>
      )}
    </fieldset>
  );
}
