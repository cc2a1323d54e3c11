import { Button } from "@/components/ui/Button";
import { LinkButton } from "@/components/ui/LinkButton";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import type { AuditPage } from "@/lib/audit/rules";
import type { AuditQuery } from "@/lib/audit/schema";

interface AuditFilterProps {
  page: AuditPage;
  query: AuditQuery;
}

/** Chain, type and subject, by a form that is an address. */
export function AuditFilter({ page, query }: AuditFilterProps) {
  const { chain, type, subject } = query;
  return (
    <form
      action="/desk/audit"
      className="mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,14rem)_minmax(0,10rem)_minmax(0,20rem)_auto]"
    >
      <SelectField label="日志链" name="chain" defaultValue={chain ?? ""}>
        <option value="">全部</option>
        {page.chains.map((option) => (
          <option key={option.chain} value={option.chain}>
            {option.name}
          </option>
        ))}
      </SelectField>
      <SelectField label="类型" name="type" defaultValue={type ?? ""}>
        <option value="">全部</option>
        {page.types.map((option) => (
          <option key={option.type} value={option.type}>
            {option.word}
          </option>
        ))}
      </SelectField>
      <TextField label="对象（账号或报告编号）" name="subject" defaultValue={subject ?? ""} />
      <div className="flex gap-2">
        <Button type="submit">筛选</Button>
        {(chain || type || subject) && (
          <LinkButton href="/desk/audit" tone="quiet">
            清除
          </LinkButton>
        )}
      </div>
    </form>
  );
}
