import "server-only";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import {
  type AddressWish,
  isPlain,
  type PublishedAddress,
  parseAddress,
  publicPath,
  versionPath,
} from "@/lib/publications/rules";
import type { PublicListQuery } from "@/lib/publications/schema";

/** Everything here is for the public and takes no actor: it reads what is live, and only that. */
const live = { live: "LIVE" } as const;

const listed = {
  id: true,
  year: true,
  scope: true,
  bureau: { select: { code: true, name: true } },
  publications: {
    orderBy: { no: "desc" },
    take: 1,
    select: { title: true, label: true, publishedAt: true, contentHash: true },
  },
} as const;

const PAGE = 200;

/**
 * Live reports with their newest version, newest year first and bureaus in their order;
 * `nextCursor` is null on the last page. One statement.
 */
export async function listPublishedReports({ year, bureau, q, cursor }: PublicListQuery) {
  const words = { contains: q ?? "" };
  const rows = await db.report.findMany({
    where: {
      ...live,
      year,
      bureau: { code: bureau || undefined },
      ...(q && { OR: [{ bureau: { name: words } }, { publications: { some: { title: words } } }] }),
    },
    orderBy: [{ year: "desc" }, { bureau: { position: "asc" } }, { id: "asc" }],
    select: listed,
    take: PAGE + 1,
    ...(cursor && { cursor: { id: cursor }, skip: 1 }),
  });
  const page = rows.slice(0, PAGE);
  const items = page.flatMap(({ year, scope, bureau, publications: [last] }) => {
    // The database also finds earlier titles, and takes % and _ for any character.
    if (!last || (q && !`${last.title}\n${bureau.name}`.includes(q))) return [];
    const href = publicPath(bureau.code, year, scope);
    const names = { bureauCode: bureau.code, bureauName: bureau.name };
    return [{ ...names, ...last, year, scope: scopeOf(scope), href }];
  });
  return { items, nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** A page of the list as the public API answers it. */
export function publicListAnswer({
  items,
  nextCursor,
}: Awaited<ReturnType<typeof listPublishedReports>>) {
  return {
    items: items.map(({ bureauCode: bureau, label: version, href: address, ...item }) => ({
      bureau,
      ...item,
      version,
      address,
    })),
    nextCursor,
  };
}

/** Years and bureaus that have a live report, for the filter. Two statements. */
export async function listPublishedChoices() {
  const [years, bureaus] = await Promise.all([
    db.report.groupBy({ by: ["year"], where: live, orderBy: { year: "desc" } }),
    db.bureau.findMany({
      where: { reports: { some: live } },
      orderBy: [{ position: "asc" }, { code: "asc" }],
      select: { code: true, name: true },
    }),
  ]);
  return { years: years.map(({ year }) => year), bureaus };
}

const version = { no: true, label: true, publishedAt: true, changeNote: true } as const;

const shown = {
  ...version,
  id: true,
  title: true,
  contentHash: true,
  files: { select: { name: true, sha256: true, size: true }, orderBy: { name: "desc" } },
  report: {
    select: {
      format: true,
      bureau: { select: { code: true, name: true } },
      publications: { select: version, orderBy: { no: "desc" } },
    },
  },
} as const;

/**
 * A version of a live report, the newest where the address names none, with its stored article.
 * Two statements.
 * @throws NOT_FOUND
 */
export async function getPublishedReport(wish: AddressWish) {
  const address = addressOf(wish);
  const publication = await db.publication.findFirst({
    where: whereLive(address),
    orderBy: { no: "desc" },
    select: shown,
  });
  if (!publication) throw notFoundError();
  const { id, report, files, ...facts } = publication;
  const { bureau, format, publications } = report;
  const path = publicPath(bureau.code, address.year, address.scope);
  const { year, scope } = address;
  return {
    ...facts,
    identity: { format, bureau: bureau.code, year, scope: scopeOf(scope) },
    bureauName: bureau.name,
    article: await readStoredArticle(id),
    files: files.filter((file) => file.name !== ARTICLE),
    path,
    permanentPath: versionPath(path, facts.no),
    otherVersions: publications
      .filter(({ no }) => no !== facts.no)
      .map(({ no, ...other }) => ({ ...other, href: versionPath(path, no) })),
  };
}

const ARTICLE = "report.html";

/** The stored article of a version that the caller may read: escaped HTML without script. */
export async function readStoredArticle(publicationId: string): Promise<string> {
  const { bytes } = await db.publishedFile.findUniqueOrThrow({
    where: { publicationId_name: { publicationId, name: ARTICLE } },
    select: { bytes: true },
  });
  return new TextDecoder().decode(bytes);
}

/** The stored bytes of a file of a version, the newest where the address names none. @throws NOT_FOUND */
export async function getPublishedFile(wish: AddressWish, name: string) {
  const address = addressOf(wish);
  if (!isPlain(name)) throw notFoundError();
  const publication = await db.publication.findFirst({
    where: whereLive(address),
    orderBy: { no: "desc" },
    select: {
      title: true,
      files: { where: { name }, select: { mime: true, bytes: true, sha256: true } },
    },
  });
  const file = publication?.files[0];
  if (!file) throw notFoundError();
  return { ...file, name, title: publication.title };
}

function addressOf(wish: AddressWish): PublishedAddress {
  const address = parseAddress(wish);
  if (!address) throw notFoundError();
  return address;
}

function whereLive({ bureau, year, scope, no }: PublishedAddress) {
  return { no, report: { ...live, year, scope, bureau: { code: bureau } } };
}

function scopeOf(scope: "OWN" | "AREA") {
  return scope === "OWN" ? ("own" as const) : ("area" as const);
}
