/** What two 稿 are taken to a meeting as, in words. */
export const handoutKinds = { changes: "修改对照表", marked: "花脸稿", clean: "清稿" } as const;
export type HandoutKind = keyof typeof handoutKinds;

export const handoutTypes = { docx: "Word", pdf: "PDF" } as const;
export type HandoutType = keyof typeof handoutTypes;

/** The documents by their names in an address: marked.docx. */
export const handoutNames = Object.keys(handoutKinds).flatMap((kind) =>
  Object.keys(handoutTypes).map((type) => `${kind}.${type}`),
);

/** What a name in an address asks for; null for one that is none of them. */
export function readHandoutName(name: string): { kind: HandoutKind; type: HandoutType } | null {
  if (!handoutNames.includes(name)) return null;
  const [kind, type] = name.split(".") as [HandoutKind, HandoutType];
  return { kind, type };
}
