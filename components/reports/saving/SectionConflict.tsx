"use client";

import { useState } from "react";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { placeName } from "@/components/reports/place-name";
import { cellIn, linesOf, NOTES, PROSE, textOf } from "@/components/reports/saving/section-text";
import { shown } from "@/components/reports/tables/table-form";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import type { SectionKey } from "@/lib/format/format";

/** Two contents of one place side by side; nothing is stored until the person has chosen. */
export function SectionConflict({ section }: { section: SectionKey }) {
  const { draft, format } = useDraft();
  const state = useDraftValue(({ saveState }) => saveState(section));
  const content = useDraftValue(({ sections }) => sections()[section]);
  const [choices, setChoices] = useState<Record<string, "mine" | "theirs">>({});
  if (state.kind !== "conflict") return null;
  const { places, theirs } = state.conflict;
  const mine = textOf(format, section, content);

  function choose(chosen: typeof choices) {
    if (places.some((place) => !chosen[place])) return setChoices(chosen);
    setChoices({});
    draft.resolve(
      section,
      places.filter((place) => chosen[place] === "theirs"),
    );
  }

  function chooseAll(choice: "mine" | "theirs") {
    choose(Object.fromEntries(places.map((place) => [place, choice])));
  }

  return (
    <Callout
      live
      tone="danger"
      title="这里刚刚被其他人或其他窗口改过，请选择采用哪一份"
      actions={
        places.length > 1 && (
          <>
            <Button size="small" onClick={() => chooseAll("mine")}>
              全部采用我的
            </Button>
            <Button size="small" onClick={() => chooseAll("theirs")}>
              全部采用已保存的
            </Button>
          </>
        )
      }
    >
      <p>两份内容都还在；选择之前，本部分不会保存。没有采用的一份留在历史里，可以恢复。</p>
      <ul className="mt-2 space-y-3">
        {places.map((place) => {
          const isProse = place === PROSE;
          const [here, there] =
            isProse || place === NOTES
              ? [linesOf(mine).join("\n"), linesOf(theirs).join("\n")]
              : [shown(cellIn(mine, place)), shown(cellIn(theirs, place))];
          return (
            <li key={place}>
              {!isProse && <p className="font-bold">{placeName(format.version, section, place)}</p>}
              <div className="grid gap-2 sm:grid-cols-2">
                <Side title="本窗口的" text={here} isChosen={choices[place] === "mine"}>
                  <Button size="small" onClick={() => choose({ ...choices, [place]: "mine" })}>
                    采用我的
                  </Button>
                </Side>
                <Side title="已保存的" text={there} isChosen={choices[place] === "theirs"}>
                  <Button size="small" onClick={() => choose({ ...choices, [place]: "theirs" })}>
                    采用已保存的
                  </Button>
                </Side>
              </div>
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}

interface SideProps {
  title: string;
  text: string;
  isChosen: boolean;
  children: React.ReactNode;
}

function Side({ title, text, isChosen, children }: SideProps) {
  return (
    <div className="rounded-sm border border-line bg-paper p-2">
      <p className="text-xs text-muted">
        {title}
        {isChosen && "（已选）"}
      </p>
      <p className="max-h-60 overflow-y-auto whitespace-pre-wrap">{text || "（空白）"}</p>
      <div className="mt-1">{children}</div>
    </div>
  );
}
