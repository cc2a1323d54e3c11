import { DataTable } from "@/components/ui/DataTable";
import { formatInstant } from "@/components/ui/format-time";
import { TextLink } from "@/components/ui/TextLink";
import type { AuditRow } from "@/lib/audit/rules";
import { shortHash } from "@/lib/format/short-hash";

/** Facts, newest first, exactly as the chain holds them. */
export function AuditTable({ items }: { items: AuditRow[] }) {
  return (
    <DataTable caption="操作日志，最新的在前" captionHidden>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">类型</th>
          <th scope="col">人员</th>
          <th scope="col">对象</th>
          <th scope="col">内容</th>
          <th scope="col">链与序号</th>
          <th scope="col">校验值</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <FactRow key={`${item.chain} ${item.seq}`} item={item} />
        ))}
      </tbody>
    </DataTable>
  );
}

function FactRow({ item }: { item: AuditRow }) {
  const { chainName, seq, at, actor, type, subject, subjectName, data, hash } = item;
  return (
    <tr>
      <td className="whitespace-nowrap">
        <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
      </td>
      <td className="whitespace-nowrap">{type}</td>
      <td className="whitespace-nowrap">{actor}</td>
      <td className="min-w-44">
        {subject ? (
          <TextLink href={`/desk/audit?${new URLSearchParams({ subject })}`}>
            {subjectName}
          </TextLink>
        ) : (
          "—"
        )}
      </td>
      <td className="min-w-52">{data.join("，") || "—"}</td>
      <td className="min-w-36">
        {chainName}　{seq}
      </td>
      <td className="font-mono text-xs whitespace-nowrap" title={hash}>
        {shortHash(hash)}
      </td>
    </tr>
  );
}
