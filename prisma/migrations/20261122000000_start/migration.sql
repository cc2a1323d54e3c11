-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "BureauKind" AS ENUM ('GOVERNMENT_OFFICE', 'DEPARTMENT', 'TOWNSHIP');

-- CreateEnum
CREATE TYPE "ReportScope" AS ENUM ('OWN', 'AREA');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'SCHEDULED', 'IDLE');

-- CreateEnum
CREATE TYPE "LiveState" AS ENUM ('NONE', 'LIVE', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "RevisionReason" AS ENUM ('KEPT', 'IMPORTED', 'SUBMITTED');

-- CreateEnum
CREATE TYPE "RoundOutcome" AS ENUM ('APPROVED', 'RETURNED', 'RECALLED');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('PASS', 'RETURN');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('DRAFTER', 'REVIEWER', 'PROOFREADER', 'PUBLISHER', 'SUPERVISOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR');

-- CreateTable
CREATE TABLE "AuditEvent" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "prevHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "ChainHead" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "ChainHead_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "Bureau" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortNames" TEXT[],
    "regionNames" TEXT[],
    "mediaNames" TEXT[],
    "kind" "BureauKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "supervisorId" UUID,
    "planId" UUID NOT NULL,

    CONSTRAINT "Bureau_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxItem" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "outboxId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("outboxId","userId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "reportId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "revisionId" UUID NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedBy" TEXT NOT NULL,
    "changeNote" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "previousHash" CHAR(64),
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedFile" (
    "publicationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,

    CONSTRAINT "PublishedFile_pkey" PRIMARY KEY ("publicationId","name")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "bureauId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" "ReportScope" NOT NULL DEFAULT 'OWN',
    "format" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "draft" "DraftState" NOT NULL DEFAULT 'DRAFT',
    "live" "LiveState" NOT NULL DEFAULT 'NONE',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSection" (
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "hash" CHAR(64) NOT NULL,
    "content" TEXT NOT NULL,
    "origins" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,

    CONSTRAINT "ReportSection_pkey" PRIMARY KEY ("reportId","key")
);

-- CreateTable
CREATE TABLE "SectionHistory" (
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "content" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionHistory_pkey" PRIMARY KEY ("reportId","key","userId","slot")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "reason" "RevisionReason" NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "sectionHashes" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSource" (
    "reportId" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "importedById" UUID NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "ReportSource_pkey" PRIMARY KEY ("reportId")
);

-- CreateTable
CREATE TABLE "Explanation" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Explanation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewPlan" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ReviewPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewPlanVersion" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewPlanVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "planVersionId" UUID NOT NULL,
    "plan" TEXT NOT NULL,
    "revisionId" UUID NOT NULL,
    "openedById" UUID NOT NULL,
    "openedByName" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "outcome" "RoundOutcome",

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "actorId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "hashes" TEXT NOT NULL,
    "opinion" TEXT NOT NULL DEFAULT '',
    "checklist" TEXT[],
    "proofErrors" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnItem" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "cell" TEXT,
    "words" TEXT NOT NULL,

    CONSTRAINT "ReturnItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "bureauId" UUID,
    "role" "Role" NOT NULL,
    "level" INTEGER,
    "from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_at_idx" ON "AuditEvent"("subject", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Bureau_code_key" ON "Bureau"("code");

-- CreateIndex
CREATE INDEX "Bureau_supervisorId_position_idx" ON "Bureau"("supervisorId", "position");

-- CreateIndex
CREATE INDEX "Bureau_planId_idx" ON "Bureau"("planId");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_idx" ON "Notification"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_seq_key" ON "Publication"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_hash_key" ON "Publication"("hash");

-- CreateIndex
CREATE INDEX "Publication_publishedAt_idx" ON "Publication"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_reportId_no_key" ON "Publication"("reportId", "no");

-- CreateIndex
CREATE INDEX "Report_year_draft_idx" ON "Report"("year", "draft");

-- CreateIndex
CREATE INDEX "Report_live_year_idx" ON "Report"("live", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Report_bureauId_year_scope_key" ON "Report"("bureauId", "year", "scope");

-- CreateIndex
CREATE INDEX "SectionHistory_reportId_savedAt_idx" ON "SectionHistory"("reportId", "savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_reportId_no_key" ON "Revision"("reportId", "no");

-- CreateIndex
CREATE INDEX "Explanation_reportId_fingerprint_at_idx" ON "Explanation"("reportId", "fingerprint", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewPlan_code_key" ON "ReviewPlan"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewPlanVersion_planId_no_key" ON "ReviewPlanVersion"("planId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Round_reportId_no_key" ON "Round"("reportId", "no");

-- CreateIndex
CREATE INDEX "Decision_reportId_at_idx" ON "Decision"("reportId", "at");

-- CreateIndex
CREATE INDEX "Decision_roundId_idx" ON "Decision"("roundId");

-- CreateIndex
CREATE INDEX "Decision_actorId_at_idx" ON "Decision"("actorId", "at");

-- CreateIndex
CREATE INDEX "ReturnItem_decisionId_idx" ON "ReturnItem"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "User_account_key" ON "User"("account");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_bureauId_role_idx" ON "Membership"("bureauId", "role");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- AddForeignKey
ALTER TABLE "Bureau" ADD CONSTRAINT "Bureau_supervisorId_fkey" FOREIGN KEY ("supervisorId") REFERENCES "Bureau"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Bureau" ADD CONSTRAINT "Bureau_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ReviewPlan"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PublishedFile" ADD CONSTRAINT "PublishedFile_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_bureauId_fkey" FOREIGN KEY ("bureauId") REFERENCES "Bureau"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SectionHistory" ADD CONSTRAINT "SectionHistory_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportSource" ADD CONSTRAINT "ReportSource_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Explanation" ADD CONSTRAINT "Explanation_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReviewPlanVersion" ADD CONSTRAINT "ReviewPlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ReviewPlan"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_planVersionId_fkey" FOREIGN KEY ("planVersionId") REFERENCES "ReviewPlanVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReturnItem" ADD CONSTRAINT "ReturnItem_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_bureauId_fkey" FOREIGN KEY ("bureauId") REFERENCES "Bureau"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
