import { CellChanges } from "@/components/reports/CellChanges";
import { ProseChange } from "@/components/reports/ProseChange";
import { Panel } from "@/components/ui/Panel";
import type { Change } from "@/lib/reports/revisions/rules";

interface ChangeListProps {
  /** Version of the statutory format. */
  format: string;
  changes: Change[];
}

/** Where two texts differ, section by section: prose word by word, tables cell by cell. */
export function ChangeList({ format, changes }: ChangeListProps) {
  const sections = [...new Set(changes.map((change) => change.section))];
  return (
    <div className="space-y-4">
      {sections.map((section) => {
        const own = changes.filter((change) => change.section === section);
        const cells = own.filter((change) => change.cell !== null);
        const prose = own.filter((change) => change.cell === null);
        return (
          <Panel key={section} title={own[0]?.label} flush>
            {cells.length > 0 && <CellChanges format={format} changes={cells} />}
            {prose.map((change) => (
              <ProseChange key="prose" {...change} />
            ))}
          </Panel>
        );
      })}
    </div>
  );
}
