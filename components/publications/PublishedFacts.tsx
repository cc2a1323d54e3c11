import { PUBLISHED } from "@/components/publications/published";
import { Callout } from "@/components/ui/Callout";
import { FactList } from "@/components/ui/FactList";
import { formatInstant } from "@/components/ui/format-time";
import { TextLink } from "@/components/ui/TextLink";
import { shortHash } from "@/lib/format/short-hash";
import type { StoredFile } from "@/lib/publications/schema";
import type { ReportSummary } from "@/lib/reports/facts/schema";

interface PublishedFactsProps {
  record: ReportSummary;
  address: string;
  files: StoredFile[];
}

/** 已发布: the address, the files, 校验码. */
export function PublishedFacts({ record, address, files }: PublishedFactsProps) {
  const { publication } = record;
  if (!publication) return null;
  return (
    <div id={PUBLISHED} tabIndex={-1} className="outline-none">
      <Callout tone="success" title="已发布">
        <FactList
          facts={[
            { label: "公开地址", value: <PublicLink href={address}>{address}</PublicLink> },
            { label: "版本", value: publication.label },
            { label: "发布时间", value: formatInstant(new Date(publication.publishedAt)) },
            { label: "校验码", value: shortHash(publication.contentHash) },
          ]}
        />
        <ul aria-label="随附文件" className="mt-2 space-y-1 border-t border-line pt-2">
          {files.map((file) => (
            <li key={file.name}>
              {file.name === ARTICLE ? (
                <span>公开页正文</span>
              ) : (
                <PublicLink href={`${address}/${file.name}`}>{file.name}</PublicLink>
              )}
              <span className="ml-2 text-xs text-muted">{Math.ceil(file.size / 1024)} KB</span>
              <p className="text-xs break-all text-muted">SHA-256 {file.sha256}</p>
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}

/** Stored as the text of the page, not offered as a download. */
const ARTICLE = "report.html";

/** The public site is not part of the workspace: its pages come without the router. */
function PublicLink({ href, children }: { href: string; children: string }) {
  return (
    <TextLink href={href} prefetch={false} target="_blank">
      {children}
    </TextLink>
  );
}
