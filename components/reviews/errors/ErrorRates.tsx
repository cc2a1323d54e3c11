import { DataTable } from "@/components/ui/DataTable";
import { proofErrorClasses } from "@/lib/reports/events/schema";
import type { ErrorRate } from "@/lib/reviews/errors/schema";

interface ErrorRatesProps {
  rates: ErrorRate[];
  /** Of several bureaus: each row names its own. */
  byBureau?: boolean;
}

/** 差错率 of each 送审, class by class; a text of its own never appears here. */
export function ErrorRates({ rates, byBureau }: ErrorRatesProps) {
  return (
    <DataTable caption="差错率：每万字差错数" captionHidden pinned={byBureau}>
      <thead>
        <tr>
          {byBureau && <th scope="col">单位</th>}
          <th scope="col">送审</th>
          {Object.values(proofErrorClasses).map((label) => (
            <th key={label} scope="col" className="text-right">
              {label}
            </th>
          ))}
          <th scope="col" className="text-right">
            合计
          </th>
          <th scope="col" className="text-right">
            字数
          </th>
          <th scope="col" className="text-right">
            每万字
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map((rate) => (
          <RateRow key={`${rate.report} ${rate.round}`} rate={rate} byBureau={byBureau} />
        ))}
      </tbody>
    </DataTable>
  );
}

function RateRow({ rate, byBureau }: { rate: ErrorRate; byBureau?: boolean | undefined }) {
  const { bureauName, scope, round, revisionNo, errors, total, characters } = rate;
  const sent = `第 ${round} 次（第 ${revisionNo} 稿）`;
  return (
    <tr>
      {byBureau && (
        <th scope="row" className="whitespace-nowrap">
          {bureauName}
          {scope === "area" && "（汇总）"}
        </th>
      )}
      {byBureau ? (
        <td className="whitespace-nowrap">{sent}</td>
      ) : (
        <th scope="row" className="whitespace-nowrap">
          {sent}
        </th>
      )}
      {Object.keys(proofErrorClasses).map((key) => (
        <td key={key} className="text-right tabular-nums">
          {errors[key]}
        </td>
      ))}
      <td className="text-right font-bold tabular-nums">{total}</td>
      <td className="text-right tabular-nums">{characters}</td>
      <td className="text-right font-bold tabular-nums">{rate.rate ?? "—"}</td>
    </tr>
  );
}
