import { PageHeader } from "@/components/layout/PageHeader";
import { ChangeList } from "@/components/reports/ChangeList";
import { historyCrumbs } from "@/components/reports/history/history-crumbs";
import { RestoreSectionButton } from "@/components/reports/history/RestoreSectionButton";
import { sectionWord } from "@/components/reports/history/section-words";
import { ReportArticle } from "@/components/reports/ReportArticle";
import { Callout } from "@/components/ui/Callout";
import { formatInstant } from "@/components/ui/format-time";
import type { EditPage, EditQuery, EditText } from "@/lib/reports/edits/schema";

interface EditViewProps extends EditPage {
  reportId: string;
  query: EditQuery;
}

/** What a person saved in a section: what it changed, how it stood then, and the way back to it. */
export function EditView(props: EditViewProps) {
  const { reportId, query, edit, article, ahead, format, year, restorable } = props;
  const { section, who, at, before, changes } = edit;
  const word = sectionWord(format, section);
  const { by, slot } = query;
  return (
    <>
      <PageHeader
        title={`${word}的一次修改`}
        crumbs={historyCrumbs(reportId, year)}
        facts={[who, formatInstant(at)]}
        actions={
          restorable !== null &&
          ahead.length > 0 && (
            <RestoreSectionButton
              reportId={reportId}
              section={section}
              word={word}
              old={{ version: restorable, by, slot }}
              label="恢复这份内容"
            />
          )
        }
      />
      <div className="space-y-6">
        {ahead.length === 0 && <Callout>现在的内容与这份相同。</Callout>}
        {before ? (
          <Part title={beforeWords(before)}>
            <ChangeList format={format} changes={changes} />
          </Part>
        ) : (
          <p>这是这一部分最早的一次修改。</p>
        )}
        <Part title="当时的内容">
          <ReportArticle article={article} />
        </Part>
        {ahead.length > 0 && (
          <Part title="与现在的内容相比：划去的是现在的，标出的是当时的">
            <ChangeList format={format} changes={ahead} />
          </Part>
        )}
      </div>
    </>
  );
}

function beforeWords({ who, at, revisionNo }: NonNullable<EditText["before"]>): string {
  const text = revisionNo === null ? "" : `第 ${revisionNo} 稿，`;
  return `与之前的内容（${text}${who}，${formatInstant(at)}）相比`;
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="space-y-2">
      <h2 className="font-bold">{title}</h2>
      {children}
    </section>
  );
}
