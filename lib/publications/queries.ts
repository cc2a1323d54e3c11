import "server-only";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { publicPath } from "@/lib/publications/rules";
import type { PublicListInput } from "@/lib/publications/schema";

/** Everything here is for the public and takes no actor: it reads what is live, and only that. */
const live = { live: "LIVE" } as const;

const listed = {
  year: true,
  scope: true,
  bureau: { select: { code: true, name: true } },
  publications: {
    orderBy: { no: "desc" },
    take: 1,
    select: { title: true, label: true, publishedAt: true, contentHash: true },
  },
} as const;

const LIST_LIMIT = 500;

/** Live reports, newest year first and bureaus in their order, with their newest version. */
export async function listPublishedReports({ year, bureau, q }: PublicListInput) {
  const reports = await db.report.findMany({
    where: {
      ...live,
      year,
      bureau: { code: bureau || undefined },
      ...(q && { publications: { some: { title: { contains: q } } } }),
    },
    orderBy: [{ year: "desc" }, { bureau: { position: "asc" } }, { id: "asc" }],
    select: listed,
    take: LIST_LIMIT,
  });
  return reports.flatMap(({ year, scope, bureau, publications: [last] }) => {
    if (!last) return [];
    const href = publicPath(bureau.code, year, scope);
    const names = { bureauCode: bureau.code, bureauName: bureau.name };
    return [{ ...names, ...last, year, scope: scope === "OWN" ? "own" : "area", href } as const];
  });
}

/** Years and bureaus that have a live report, for the filter. */
export async function listPublishedChoices() {
  const reports = await db.report.findMany({
    where: live,
    orderBy: [{ year: "desc" }, { bureau: { position: "asc" } }],
    select: { year: true, bureau: { select: { code: true, name: true } } },
  });
  const bureaus = new Map(reports.map(({ bureau }) => [bureau.code, bureau.name]));
  return {
    years: [...new Set(reports.map((report) => report.year))],
    bureaus: [...bureaus].map(([code, name]) => ({ code, name })),
  };
}

export interface PublishedAddress {
  bureau: string;
  year: number;
  scope: "OWN" | "AREA";
}

const shown = {
  no: true,
  label: true,
  title: true,
  contentHash: true,
  publishedAt: true,
  changeNote: true,
} as const;

/** The newest version of a live report, with its stored article. @throws NOT_FOUND */
export async function getPublishedReport(address: PublishedAddress) {
  const publication = await db.publication.findFirst({
    where: { report: whereLive(address) },
    orderBy: { no: "desc" },
    select: {
      ...shown,
      report: { select: { format: true, bureau: { select: { code: true, name: true } } } },
      id: true,
      files: { select: { name: true, sha256: true, size: true }, orderBy: { name: "desc" } },
    },
  });
  if (!publication) throw notFoundError();
  const { id, report, files, ...facts } = publication;
  return {
    ...facts,
    identity: {
      format: report.format,
      bureau: report.bureau.code,
      year: address.year,
      scope: address.scope === "OWN" ? ("own" as const) : ("area" as const),
    },
    bureauName: report.bureau.name,
    article: await readArticle(id),
    files: files.filter((file) => file.name !== ARTICLE),
  };
}

const ARTICLE = "report.html";

async function readArticle(publicationId: string): Promise<string> {
  const { bytes } = await db.publishedFile.findUniqueOrThrow({
    where: { publicationId_name: { publicationId, name: ARTICLE } },
    select: { bytes: true },
  });
  return new TextDecoder().decode(bytes);
}

/** The stored bytes of a file of the newest version. @throws NOT_FOUND */
export async function getPublishedFile(address: PublishedAddress, name: string) {
  const newest = await db.publication.findFirst({
    where: { report: whereLive(address) },
    orderBy: { no: "desc" },
    select: { files: { where: { name }, select: { mime: true, bytes: true, sha256: true } } },
  });
  const file = newest?.files[0];
  if (!file) throw notFoundError();
  return file;
}

function whereLive({ bureau, year, scope }: PublishedAddress) {
  return { ...live, year, scope, bureau: { code: bureau } };
}
