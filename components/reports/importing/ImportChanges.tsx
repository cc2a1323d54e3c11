import { CellChanges } from "@/components/reports/CellChanges";
import { Disclosure } from "@/components/ui/Disclosure";
import { Panel } from "@/components/ui/Panel";
import type { Change } from "@/lib/reports/revisions/rules";

/** What would change, in printed order: prose side by side, tables cell by cell. */
export function ImportChanges({ format, changes }: { format: string; changes: Change[] }) {
  const sections = [...new Set(changes.map((change) => change.section))];
  return sections.map((section) => {
    const own = changes.filter((change) => change.section === section);
    const [first] = own;
    if (!first) return null;
    if (first.cell === null) return <ProsePair key={section} change={first} />;
    return <TablePart key={section} format={format} changes={own} />;
  });
}

/** Nothing stands against a text that is new: it gets the whole width. */
function ProsePair({ change: { label, before, after } }: { change: Change }) {
  if (before === null) {
    return (
      <Panel title={label} level={3} aside="现有内容：空白" flush>
        <ProseSide name="来稿" text={after} />
      </Panel>
    );
  }
  return (
    <Panel title={label} level={3} flush>
      <div className="grid divide-line max-lg:divide-y lg:grid-cols-2 lg:divide-x">
        <ProseSide name="现有" text={before} />
        <ProseSide name="来稿" text={after} />
      </div>
    </Panel>
  );
}

function ProseSide({ name, text }: { name: string; text: string | null }) {
  return (
    <div className="px-4 py-3">
      <p className="text-xs text-muted">{name}</p>
      {text === null ? (
        <p className="text-sm text-muted">空白</p>
      ) : (
        <p className="max-w-3xl font-serif leading-loose whitespace-pre-wrap">{text}</p>
      )}
    </div>
  );
}

/** A table; the many blanks that become zero fold away behind their number. */
function TablePart({ format, changes }: { format: string; changes: Change[] }) {
  const zeros = changes.filter(({ before, after }) => before === null && Number(after ?? 1) === 0);
  const others = changes.filter((change) => !zeros.includes(change));
  return (
    <Panel title={changes[0]?.label} level={3} aside={`${changes.length} 个单元格`} flush>
      {others.length > 0 && <CellChanges format={format} changes={others} />}
      {zeros.length > 0 && (
        <div className="px-4 py-2">
          <Disclosure summary={`${zeros.length} 个空白单元格填入 0`}>
            <CellChanges format={format} changes={zeros} />
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}
