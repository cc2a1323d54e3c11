import "server-only";
import { env } from "@/lib/env";
import { notFoundError } from "@/lib/errors";
import { type PublicListPage, renderListPage } from "@/lib/exporting/public-list";
import { renderReportPage } from "@/lib/exporting/public-page";
import {
  getPublishedReport,
  listPublishedChoices,
  listPublishedReports,
} from "@/lib/publications/queries";
import { type AddressWish, isPlain } from "@/lib/publications/rules";
import type { PublicListQuery } from "@/lib/publications/schema";

/** The public pages as HTML. They take no actor: they show what is live, and only that. */

/** The list as it was asked for. Three statements. */
export async function getListPage(path: "/" | "/reports", query: PublicListQuery): Promise<string> {
  return renderListPage({ ...(await loadList(query)), path });
}

/** Every year of one bureau. Three statements. @throws NOT_FOUND where it has nothing live */
export async function getBureauPage(bureau: string): Promise<string> {
  if (!isPlain(bureau)) throw notFoundError();
  const list = await loadList({ bureau });
  const [first] = list.items;
  if (!first) throw notFoundError();
  return renderListPage({ ...list, path: `/reports/${bureau}`, bureauName: first.bureauName });
}

async function loadList(query: PublicListQuery): Promise<Omit<PublicListPage, "path">> {
  const [{ items, nextCursor }, choices] = await Promise.all([
    listPublishedReports(query),
    listPublishedChoices(),
  ]);
  const { year = null, bureau = null, q = null } = query;
  const nextHref = nextCursor && nextPage(query, nextCursor);
  return { ...choices, items, filter: { year, bureau, q }, nextHref, siteUrl: env.APP_URL };
}

function nextPage({ year, bureau, q }: PublicListQuery, cursor: string): string {
  const asked = Object.entries({ year, bureau, q, cursor }).filter(([, value]) => value);
  return `/reports?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`;
}

/** A report, the newest version where the address names none. Two statements. @throws NOT_FOUND */
export async function getReportPage(wish: AddressWish): Promise<string> {
  const { path, ...report } = await getPublishedReport(wish);
  const basePath = wish.no === undefined ? path : report.permanentPath;
  return renderReportPage({ ...report, basePath, currentPath: path, siteUrl: env.APP_URL });
}
