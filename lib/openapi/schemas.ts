import { credentialsSchema, meSchema, tokenSchema } from "@/lib/auth/schema";

import { urgeInput } from "@/lib/bureaus/urges/schema";
import { readInput } from "@/lib/notifications/schema";
import { settingsInput } from "@/lib/notifications/settings/schema";
import { createdDelegation, delegations } from "@/lib/openapi/delegation-answers";
import { errorRates } from "@/lib/openapi/error-answers";
import { noticeList, settings, unread } from "@/lib/openapi/notice-answers";

import { phraseList, plan, planList } from "@/lib/openapi/plan-answers";

import { problem } from "@/lib/openapi/problem";
import { batchResults, reviewRecord, scan } from "@/lib/openapi/record-answers";
import {
  action,
  content,
  created,
  presence,
  publishedList,
  publishedReport,
  report,
  reportList,
  saved,
  section,
  sectionContent,
} from "@/lib/openapi/report-answers";
import {
  auditList,
  changes,
  edit,
  findings,
  history,
  imported,
  revision,
  revisionList,
  verification,
} from "@/lib/openapi/review-answers";
import { tasks } from "@/lib/openapi/task-answers";
import { thread, threadList } from "@/lib/openapi/thread-answers";
import { carryStatementInput } from "@/lib/reports/carrying/schema";
import { sectionRestoreInput } from "@/lib/reports/edits/schema";
import { eventInput } from "@/lib/reports/events/schema";
import { explainInput, explanationInput } from "@/lib/reports/findings/schema";
import { presenceInput } from "@/lib/reports/presence/schema";
import { nameInput, restoreInput } from "@/lib/reports/revisions/schema";
import { createReportInput } from "@/lib/reports/schema";
import { sectionChange } from "@/lib/reports/sections/schema";
import { wideningInput } from "@/lib/reports/widenings/schema";
import { answerInput } from "@/lib/reviews/answers/schema";
import { batchInput } from "@/lib/reviews/batches/schema";
import { delegationInput } from "@/lib/reviews/delegations/schema";
import { newPhraseInput } from "@/lib/reviews/phrases/schema";
import { newPlanInput, planChoiceInput, planDefinition } from "@/lib/reviews/plans/schema";
import { openThreadInput, replyInput, resolutionInput } from "@/lib/reviews/threads/schema";

/** What a client sends, by the name it has in the document. */
export const inputs = {
  Credentials: credentialsSchema,
  NewReport: createReportInput,
  SectionChange: sectionChange,
  CarryStatement: carryStatementInput,
  ReportEvent: eventInput,
  Explanation: explanationInput,
  Explanations: explainInput,
  PresenceNote: presenceInput,
  Answer: answerInput,
  Batch: batchInput,
  Widening: wideningInput,
  RevisionName: nameInput,
  Restoration: restoreInput,
  SectionRestoration: sectionRestoreInput,
  NewDelegation: delegationInput,
  NewThread: openThreadInput,
  Reply: replyInput,
  Resolution: resolutionInput,
  ReadNotice: readInput,
  NewSettings: settingsInput,
  SupervisedUrge: urgeInput,
  NewPlan: newPlanInput,
  PlanDefinition: planDefinition,
  PlanChoice: planChoiceInput,
  NewPhrase: newPhraseInput,
};
export type InputName = keyof typeof inputs;

/** What a client gets. */
export const answers = {
  Problem: problem,
  Token: tokenSchema,
  Me: meSchema,
  Tasks: tasks,
  ErrorRates: errorRates,
  BatchResults: batchResults,
  Scan: scan,
  ReportList: reportList,
  Report: report,
  CreatedReport: created,
  Section: section,
  SectionContent: sectionContent,
  SavedSection: saved,
  Presence: presence,
  ReviewPlan: planDefinition,
  Action: action,
  Content: content,
  Import: imported,
  Findings: findings,
  History: history,
  ReviewRecord: reviewRecord,
  RevisionList: revisionList,
  Revision: revision,
  Changes: changes,
  Edit: edit,
  Delegations: delegations,
  CreatedDelegation: createdDelegation,
  Thread: thread,
  ThreadList: threadList,
  NoticeList: noticeList,
  Unread: unread,
  Settings: settings,
  PlanList: planList,
  Plan: plan,
  PhraseList: phraseList,
  AuditList: auditList,
  Verification: verification,
  PublishedList: publishedList,
  PublishedReport: publishedReport,
};
export type AnswerName = keyof typeof answers;
