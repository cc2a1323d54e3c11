import { useDraftValue } from "@/components/reports/drafting/draft-context";
import { asideStyle } from "@/components/reports/tables/HeadCell";
import { classNames } from "@/components/ui/class-names";
import { allColumns } from "@/lib/format/2021-applications";
import { columnBalances } from "@/lib/format/balance";
import { cellsOf } from "@/lib/format/content";

interface BalanceRowProps {
  headColumns: number;
  /** The columns that a phone shows. */
  columns: string;
}

/** The official 勾稽关系 under each column of 表三, while typing. */
export function BalanceRow({ headColumns, columns }: BalanceRowProps) {
  const line = useDraftValue((draft) =>
    columnBalances(cellsOf(draft.sections(), "applications"))
      .map(({ complete, left, right }) => (complete ? `${left},${right}` : ""))
      .join(";"),
  );
  return (
    <tr>
      <th
        scope="row"
        colSpan={headColumns}
        className="sticky -left-22 z-[1] bg-ground px-2 py-1.5 text-left text-xs"
      >
        <span className="sticky left-2 inline-block max-xl:max-w-28">
          勾稽关系：一＋二＝三（七）＋四
        </span>
      </th>
      {line.split(";").map((sides, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
          key={index}
          className={classNames(
            "bg-ground px-1.5 py-1.5 text-right text-xs",
            asideStyle(allColumns[index]?.key ?? null, columns),
          )}
        >
          <Balance sides={sides} />
        </td>
      ))}
    </tr>
  );
}

function Balance({ sides }: { sides: string }) {
  if (!sides) return <span className="text-muted">未填完</span>;
  const [left = 0, right = 0] = sides.split(",").map(Number);
  if (left === right) return <span className="font-bold text-success">平</span>;
  return (
    <span className="font-bold text-danger" title={`一＋二＝${left}，三（七）＋四＝${right}`}>
      差 {Math.abs(left - right)}
      <span className="sr-only">
        （一＋二＝{left}，三（七）＋四＝{right}）
      </span>
    </span>
  );
}
