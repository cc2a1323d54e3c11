/** The report as the public sees it: the very article that is published, under its own style sheet. */
export function ReportArticle({ article }: { article: string }) {
  return (
    <div className="rounded-md border border-line bg-paper px-4 py-6 sm:px-10 sm:py-10 print:border-0 print:px-0 print:py-0">
      <link rel="stylesheet" href="/report.css" precedence="report" />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: lib/exporting escapes every value; the public page shows these bytes */}
      <div className="mx-auto max-w-5xl" dangerouslySetInnerHTML={{ __html: article }} />
    </div>
  );
}
