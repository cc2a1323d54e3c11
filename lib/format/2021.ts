import { applications2021 } from "@/lib/format/2021-applications";
import { disputes2021 } from "@/lib/format/2021-disputes";
import { proactive2021 } from "@/lib/format/2021-proactive";
import type { ReportFormat, SectionFormat, SectionKey } from "@/lib/format/format";

function prose(
  key: SectionKey,
  label: string,
  heading: string | null,
  optional = false,
): SectionFormat {
  return { key, kind: "prose", label, heading, optional };
}

function table(key: SectionKey, label: string): SectionFormat {
  return { key, kind: "table", label, heading: null, optional: false };
}

/** The format in force since the reports for 2021: 国办公开办函〔2021〕30号. */
export const format2021: ReportFormat = {
  version: "2021",
  source: "国办公开办函〔2021〕30号",
  parts: [
    {
      heading: null,
      alternatives: [],
      sections: [prose("title", "标题", null), prose("preface", "编制说明", null, true)],
    },
    {
      heading: "一、总体情况",
      alternatives: [],
      sections: [
        prose("overview.lead", "总体情况引言", null, true),
        prose("overview.proactive", "主动公开", "（一）主动公开"),
        prose("overview.applications", "依申请公开", "（二）依申请公开"),
        prose("overview.management", "政府信息管理", "（三）政府信息管理"),
        prose("overview.platforms", "政府信息公开平台建设", "（四）政府信息公开平台建设"),
        prose("overview.supervision", "监督保障", "（五）监督保障"),
      ],
    },
    {
      heading: "二、主动公开政府信息情况",
      alternatives: [],
      sections: [table("proactive", "表二")],
    },
    {
      heading: "三、收到和处理政府信息公开申请情况",
      alternatives: [],
      sections: [table("applications", "表三")],
    },
    {
      heading: "四、政府信息公开行政复议、行政诉讼情况",
      alternatives: [],
      sections: [table("disputes", "表四")],
    },
    {
      heading: "五、存在的主要问题及改进情况",
      alternatives: ["五、政府信息公开工作存在的主要问题及改进情况"],
      sections: [prose("problems", "存在的主要问题及改进情况", null)],
    },
    {
      heading: "六、其他需要报告的事项",
      alternatives: [],
      sections: [prose("other", "其他需要报告的事项", null), prose("signoff", "落款", null, true)],
    },
  ],
  tables: {
    proactive: proactive2021,
    applications: applications2021,
    disputes: disputes2021,
  },
};
