"use client";

import { useEffect } from "react";
import { type ResolverResult, useForm } from "react-hook-form";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { fieldId } from "@/components/reports/drafting/place";
import { NOTES, PROSE, proseProblemOf } from "@/components/reports/saving/section-text";
import { TextArea } from "@/components/ui/TextArea";
import { usePasteLimit } from "@/components/ui/use-paste-limit";
import { paragraphsOf } from "@/lib/format/content";
import { isTableKey, type SectionFormat } from "@/lib/format/format";
import { fieldProblem, splitParagraphs } from "@/lib/format/prose";

interface ProseValues {
  text: string;
}

interface ProseFieldProps {
  section: SectionFormat;
  readOnly: boolean;
}

/** The text of a section, or the notes under its table: a paragraph a line, kept as typed. */
export function ProseField({ section, readOnly }: ProseFieldProps) {
  const { key, label } = section;
  const isNotes = isTableKey(key);
  const { draft } = useDraft();
  const text = paragraphsOf(draft.sections(), key).join("\n");
  const { register, setValue, formState } = useForm({
    mode: "onChange",
    defaultValues: { text },
    shouldFocusError: false,
    resolver: proseResolver,
  });
  const fault = formState.errors.text?.message;
  const paste = usePasteLimit(pasteProblem);

  useEffect(
    () =>
      draft.onAdopt(key, (places) => {
        if (!places.includes(isNotes ? NOTES : PROSE)) return;
        setValue("text", paragraphsOf(draft.sections(), key).join("\n"));
      }),
    [draft, key, isNotes, setValue],
  );

  return (
    <TextArea
      {...register("text", { onChange: (event) => draft.typeProse(key, event.target.value) })}
      {...paste.handlers}
      id={fieldId(key, isNotes ? NOTES : null)}
      label={isNotes ? "表下说明（选填）" : label}
      labelHidden={!isNotes}
      growing
      rows={isShort(section) ? 1 : 4}
      defaultValue={text}
      readOnly={readOnly}
      hint={readOnly ? undefined : hintOf(section)}
      error={paste.refusal ?? (fault && `${fault}。没有保存，请改正。`)}
      spellCheck={false}
      className={isShort(section) ? undefined : "min-h-28"}
    />
  );
}

function pasteProblem(text: string): string | null {
  const problem = fieldProblem(text);
  return problem && `${problem}。请只复制这一部分的文字；整篇文稿请用“导入文稿”。`;
}

/** Refuses what `lib/format` refuses. */
function proseResolver(values: ProseValues): ResolverResult<ProseValues> {
  const message = proseProblemOf(splitParagraphs(values.text));
  if (!message) return { values, errors: {} };
  return { values: {}, errors: { text: { type: "prose", message } } };
}

function isShort({ key, kind }: SectionFormat): boolean {
  return kind === "table" || key === "title" || key === "signoff" || key === "overview.lead";
}

/** Only where it is not plain what goes in. */
function hintOf({ key, kind }: SectionFormat): string | undefined {
  if (kind === "table") return "印在表格下方，一段一行；空行不保存。";
  if (key === "signoff") return "机关名称和日期，各占一行；可以不填。";
  if (key === "other") return "收取信息处理费的情况须在这里专门报告。";
  if (key === "overview.proactive") return "一段一行；空行不保存。";
  return undefined;
}
