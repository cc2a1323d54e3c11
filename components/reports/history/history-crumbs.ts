/** The way to what stands in a report's history. */
export function historyCrumbs(reportId: string, year: number) {
  return [
    { label: "年度报告", href: "/desk/reports" },
    { label: `${year} 年度报告`, href: `/desk/reports/${reportId}` },
    { label: "历史", href: `/desk/reports/${reportId}/history` },
  ];
}
