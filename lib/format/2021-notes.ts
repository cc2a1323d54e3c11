import type { TableKey } from "@/lib/format/format";

/** What counts in a row, for the person who fills it in. */
export interface RowNote {
  counts: string;
  /** Articles of 《中华人民共和国政府信息公开条例》 (国令第711号) behind it; empty where it has none. */
  articles: string;
}

/** By table and by the first part of a cell's key. */
export type RowNotes = Record<TableKey, Record<string, RowNote>>;

const fixedDate = "按报告年度12月31日的情况统计。";

const appliedResult = "按作出结果的年度统计，每件申请只计最终的一种结果。";

const court = "行政诉讼按案件计。复议机关作共同被告的，只由作出原行为的机关统计。";

/**
 * Notes on the rows of the 2021 format. The issuing document has no instruction row by row;
 * these follow the articles that each row is named after.
 */
export const rowNotes2021: RowNotes = {
  proactive: {
    regulations: {
      counts: `只有有规章制定权的机关才有数字。${fixedDate}现行有效件数含往年制发、仍然有效的。`,
      articles: "第二十条第（一）项",
    },
    normativeDocuments: {
      counts: `本机关制发的行政规范性文件；联合发文由牵头机关统计，避免重复。${fixedDate}`,
      articles: "第二十条第（一）项",
    },
    licences: {
      counts: `全年作出的行政许可决定，已公开的和依法不公开的都计入。${fixedDate}`,
      articles: "第二十条第（五）项",
    },
    penalties: {
      counts: `全年作出的行政处罚决定，已公开的和依法不公开的都计入。${fixedDate}`,
      articles: "第二十条第（六）项",
    },
    coercion: {
      counts: `全年实施的行政强制，已公开的和依法不公开的都计入。${fixedDate}`,
      articles: "第二十条第（六）项",
    },
    feesWan: {
      counts:
        "全年收取的行政事业性收费，单位是万元，按实际金额填写小数。政府信息公开信息处理费不在这里，在第六部分以元为单位报告。",
      articles: "第二十条第（八）项",
    },
  },
  applications: {
    received: {
      counts: "1月1日至12月31日收到的申请，按申请人类型计件；以收到之日为准，补正不另计。",
      articles: "第二十七条、第二十九条、第三十一条",
    },
    carriedIn: {
      counts: "上一年没有办结、转到本年办理的申请，应与上年报告“结转下年度继续办理”逐列相等。",
      articles: "第三十三条",
    },
    granted: {
      counts: `申请的信息已经公开、告知了获取途径的，或者决定公开、提供给申请人的。${appliedResult}`,
      articles: "第三十六条第（一）项、第（二）项",
    },
    partiallyGranted: {
      counts: "一件申请中有的内容公开、有的不公开，区分处理的，只计在这里，不再计入其他行。",
      articles: "第三十七条",
    },
    refusedStateSecret: {
      counts: "依法确定为国家秘密，因而不予公开的。",
      articles: "第十四条、第三十六条第（三）项",
    },
    refusedByLaw: {
      counts: "法律、行政法规禁止公开的；部门规章和地方规定不是依据。",
      articles: "第十四条、第三十六条第（三）项",
    },
    refusedSecurityStability: {
      counts: "公开后可能危及国家安全、公共安全、经济安全、社会稳定的。",
      articles: "第十四条、第三十六条第（三）项",
    },
    refusedThirdParty: {
      counts: "涉及商业秘密、个人隐私，第三方不同意公开，且不公开不会对公共利益造成重大影响的。",
      articles: "第十五条、第三十二条、第三十六条第（三）项",
    },
    refusedInternalAffairs: {
      counts: "人事管理、后勤管理、内部工作流程三类内部事务信息，决定不予公开的。",
      articles: "第十六条第一款、第三十六条第（三）项",
    },
    refusedProcess: {
      counts: "讨论记录、过程稿、磋商信函、请示报告四类过程性信息，决定不予公开的。",
      articles: "第十六条第二款、第三十六条第（三）项",
    },
    refusedEnforcementFile: {
      counts: "行政执法案卷信息，决定不予公开的；法律、法规、规章规定应当公开的除外。",
      articles: "第十六条第二款、第三十六条第（三）项",
    },
    refusedInquiry: {
      counts: "工商、不动产登记资料等另有查询办法的信息，告知申请人依照有关规定查询的。",
      articles: "第三十六条第（七）项",
    },
    unavailableNotHeld: {
      counts: "经检索没有所申请的信息，或者不属于本机关负责公开的。",
      articles: "第三十六条第（四）项、第（五）项",
    },
    unavailableNotCompiled: {
      counts: "没有现成的信息，需要另行加工、分析才能提供的。",
      articles: "第三十八条",
    },
    unavailableUnclear: {
      counts: "申请人补正之后，所申请的内容仍然不明确的；逾期不补正的计在（六）1。",
      articles: "第三十条",
    },
    rejectedPetition: {
      counts: "以申请公开的形式进行信访、投诉、举报等活动，告知不作为申请处理的。",
      articles: "第三十九条第一款",
    },
    rejectedRepeat: {
      counts: "同一申请人就同样的内容重复申请，已经答复过，告知不重复处理的。",
      articles: "第三十六条第（六）项",
    },
    rejectedPublication: {
      counts: "要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的。",
      articles: "第三十九条第二款",
    },
    rejectedExcessive: {
      counts: "申请的数量、频次明显超过合理范围，说明的理由不合理，告知不予处理的。",
      articles: "第三十五条",
    },
    rejectedConfirmation: {
      counts: "要求确认信息是否真实，或者对已经取得的信息重新出具、重新盖章的。",
      articles: "",
    },
    otherNotCorrected: {
      counts: "告知补正后，申请人没有正当理由逾期不补正，视为放弃申请的。",
      articles: "第三十条",
    },
    otherFeeUnpaid: {
      counts: "发出收费通知后，申请人逾期不缴纳信息处理费，视为放弃申请的。",
      articles: "第四十二条",
    },
    otherRest: {
      counts: "以上各行都不是的结果，如申请人撤回申请。数字较大时，请先核对是否应计在上面各行。",
      articles: "",
    },
    concluded: {
      counts: "（一）至（六）各行之和，由系统计算，不需要填写。",
      articles: "第五十条第（二）项",
    },
    carriedOut: {
      counts: "12月31日还没有办结、转到下一年的申请。新收加上年结转，应等于办理结果总计加本行。",
      articles: "第三十三条",
    },
  },
  disputes: {
    reconsideration: {
      counts:
        "因政府信息公开被申请行政复议的案件。撤销、变更、确认违法、责令履行的计“结果纠正”；没有审结的也要计入。",
      articles: "第五十条第（三）项、第五十一条",
    },
    litigationDirect: {
      counts: `没有经过行政复议、直接起诉的案件。${court}`,
      articles: "第五十条第（三）项、第五十一条",
    },
    litigationAfterReconsideration: {
      counts: `经过行政复议、对结果不服再起诉的案件。${court}`,
      articles: "第五十条第（三）项、第五十一条",
    },
  },
};
