/** HTML that may be printed as it stands. Only `markup` makes it. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | null | undefined | false | Part[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML from a template; every value that is not itself `Markup` is escaped. */
export function markup(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  return {
    html: texts.map((text, i) => text + (i < parts.length ? print(parts[i]) : "")).join(""),
  };
}

/** Stored HTML that was made by `markup` before. */
export function trusted(html: string): Markup {
  return { html };
}

function print(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(print).join("");
  if (typeof part === "object") return part.html;
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
