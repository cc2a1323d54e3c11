import { format2021 } from "@/lib/format/2021";
import { typedCells } from "@/lib/format/cells";
import type { Cells, TableKey } from "@/lib/format/format";

/** Content of a demonstration report, written for this program. */
export interface DemoReport {
  prose: Record<string, string[]>;
  cells: Record<TableKey, Cells>;
}

/** A table with the given values, and zero in every other cell. */
function filled(key: TableKey, values: Cells): Cells {
  const zeros = typedCells(format2021.tables[key]).map((cell) => [
    cell.key,
    cell.kind === "fee" ? "0" : 0,
  ]);
  return { ...Object.fromEntries(zeros), ...values };
}

export const justice2024: DemoReport = {
  prose: {
    title: ["灋河回族区司法局2024年政府信息公开工作年度报告"],
    preface: [
      "本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为2024年1月1日至12月31日。对报告内容有疑问的，请与灋河回族区司法局办公室联系。",
    ],
    "overview.proactive": [
      "全年围绕行政复议、公共法律服务和法治宣传三项重点主动公开信息，更新机构职能、办事指南和值班律师安排，群众在家门口就能查到需要的内容。",
    ],
    "overview.applications": [
      "全年新收政府信息公开申请5件，均在法定期限内答复，没有结转到下一年度的申请。全年没有因政府信息公开引起的行政复议和行政诉讼。",
    ],
    "overview.management": [
      "建立信息发布台账，每条信息注明来源、审核人和发布时间；对已经失效的办事指南及时标注，避免群众跑空路。",
    ],
    "overview.platforms": [
      "在区政府门户网站设置公共法律服务栏目，微信公众号“法治灋河”同步推送，两个平台的内容由同一人核对，口径保持一致。",
    ],
    "overview.supervision": [
      "把政府信息公开纳入科室年度考核，每季度抽查一次，抽查发现的问题当月整改；年内没有发生需要追究责任的情形，社会评议结果总体良好。",
    ],
    problems: [
      "一年来的不足主要有两点：一是部分政策发布后没有配上通俗的说明，群众打电话询问较多；二是科室之间报送信息的时间不一致，个别栏目更新偏慢。",
      "针对这些不足，我局将在政策印发的同时发布问答式说明，并把信息报送时限写进科室工作规程，由办公室每月通报一次更新情况。",
    ],
    other: ["本年度没有收取政府信息公开信息处理费，没有其他需要报告的事项。"],
    signoff: ["灋河回族区司法局", "2025年1月13日"],
  },
  cells: {
    proactive: filled("proactive", {
      "normativeDocuments.issued": 1,
      "normativeDocuments.inForce": 3,
      licences: 12,
      penalties: 2,
    }),
    applications: filled("applications", {
      "received.naturalPerson": 4,
      "received.business": 1,
      "granted.naturalPerson": 3,
      "granted.business": 1,
      "unavailableNotHeld.naturalPerson": 1,
    }),
    disputes: filled("disputes", {}),
  },
};

export const education2025: DemoReport = {
  prose: {
    title: ["灋河回族区教育局2025年政府信息公开工作年度报告"],
    preface: [
      "本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自2025年1月1日起至12月31日止，电子版可以在区政府门户网站下载。",
    ],
    "overview.proactive": [
      "主动公开义务教育招生划片、民办学校年检结果和校外培训机构名单，招生季设立专题，家长关心的时间、地点和材料一次讲清。",
    ],
    "overview.applications": [
      "全年新收政府信息公开申请9件，上年没有结转，办结8件，1件依法延期到下一年度继续办理。全年没有政府信息公开方面的行政复议和行政诉讼。",
    ],
    "overview.management": [
      "对拟公开的信息逐条做保密审查，涉及学生的内容一律隐去姓名和学籍信息；每半年清理一次过期的通知。",
    ],
    "overview.platforms": [
      "网站教育栏目改版后按学段排列，手机上也能顺畅浏览；公众号“灋河教育”开设招生问答菜单，自动回复常见问题。",
    ],
    "overview.supervision": [
      "邀请家长代表参加开放日并填写评议表，把意见交给相关科室限期答复；公开工作列入年度考核，全年没有责任追究的情形。",
    ],
    problems: [
      "目前的问题：一是学校层面的信息更新不够及时，有的通知只在班级群里发布；二是答复申请的文书用语偏专业，申请人理解起来有困难。",
      "改进的做法：给每所学校明确一名信息联络人，通知先上网再转发；修订答复文书范本，用通俗语言写明依据和救济途径，并组织一次集中培训。",
    ],
    other: ["全年没有收取信息处理费，没有其他需要报告的事项。"],
    signoff: ["灋河回族区教育局", "2026年1月8日"],
  },
  cells: {
    proactive: filled("proactive", {
      "normativeDocuments.issued": 2,
      "normativeDocuments.repealed": 1,
      "normativeDocuments.inForce": 6,
      licences: 31,
      penalties: 4,
    }),
    applications: filled("applications", {
      "received.naturalPerson": 8,
      "received.legalService": 1,
      "granted.naturalPerson": 5,
      "partiallyGranted.naturalPerson": 1,
      "refusedInternalAffairs.naturalPerson": 1,
      "unavailableNotHeld.legalService": 1,
      "carriedOut.naturalPerson": 1,
    }),
    disputes: filled("disputes", {}),
  },
};
