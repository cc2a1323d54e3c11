"use client";

import { placeName } from "@/components/reports/place-name";
import { usePeopleHere } from "@/components/reports/presence/presence-context";
import { classNames } from "@/components/ui/class-names";
import { softTone } from "@/components/ui/tone";

/** More names than these are counted. */
const SHOWN = 3;

/** 现在在这里: who else has this report open, and what each is at. Said aloud only when people change. */
export function PeopleHere({ format }: { format: string }) {
  const people = usePeopleHere((here) => here);
  const names = people.map(({ name }) => name).join("、");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-1 text-xs print:hidden">
      <span role="status" className="sr-only">
        {names && `现在在这里：${names}`}
      </span>
      {people.length > 0 && (
        <>
          <span aria-hidden="true" className="hidden text-muted sm:inline">
            现在在这里
          </span>
          <ul aria-label="现在在这里" className="flex min-w-0 flex-wrap gap-1">
            {people.slice(0, SHOWN).map(({ name, section }, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
                key={index}
                className={classNames(
                  "relative max-w-48 truncate rounded-sm border px-1.5",
                  softTone[section ? "info" : "neutral"],
                )}
              >
                {name}
                {/* Several do not fit on a phone, where 目录 and the text show the places too. */}
                <span className={people.length > 1 ? "max-sm:sr-only" : undefined}>
                  （{section ? placeName(format, section, null) : "查看"}）
                </span>
              </li>
            ))}
            {people.length > SHOWN && <li className="text-muted">等 {people.length} 人</li>}
          </ul>
        </>
      )}
    </div>
  );
}
