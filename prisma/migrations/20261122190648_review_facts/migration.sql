-- CreateEnum
CREATE TYPE "ErrorClass" AS ENUM ('typo', 'data', 'punctuation', 'name', 'wording', 'other');

-- CreateEnum
CREATE TYPE "AnswerKind" AS ENUM ('DONE', 'EXPLAINED');

-- AlterEnum
ALTER TYPE "RevisionReason" ADD VALUE 'AMENDED';

-- What a return or a 校 found goes by one name. Nothing is copied: the rows stay where they are.
ALTER TABLE "ReturnItem" RENAME TO "ReviewItem";
ALTER TABLE "ReviewItem" RENAME CONSTRAINT "ReturnItem_pkey" TO "ReviewItem_pkey";
ALTER TABLE "ReviewItem" RENAME CONSTRAINT "ReturnItem_decisionId_fkey" TO "ReviewItem_decisionId_fkey";
ALTER INDEX "ReturnItem_decisionId_idx" RENAME TO "ReviewItem_decisionId_idx";
ALTER TABLE "ReviewItem" ADD COLUMN     "errorClass" "ErrorClass",
ADD COLUMN     "quote" JSONB,
ADD COLUMN     "correction" TEXT;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "filedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "forId" UUID,
ADD COLUMN     "forName" TEXT;

-- CreateTable
CREATE TABLE "ItemAnswer" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "AnswerKind" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ItemAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Widening" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Widening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "beforeHash" CHAR(64) NOT NULL,
    "afterHash" CHAR(64) NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "fromId" UUID,
    "toId" UUID,
    "toName" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "bureauId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Override" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "guard" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OverrideConfirmation" (
    "overrideId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OverrideConfirmation_pkey" PRIMARY KEY ("overrideId")
);

-- CreateIndex
CREATE INDEX "ItemAnswer_itemId_at_idx" ON "ItemAnswer"("itemId", "at");

-- CreateIndex
CREATE INDEX "Widening_reportId_at_idx" ON "Widening"("reportId", "at");

-- CreateIndex
CREATE INDEX "Amendment_reportId_at_idx" ON "Amendment"("reportId", "at");

-- CreateIndex
CREATE INDEX "Amendment_roundId_idx" ON "Amendment"("roundId");

-- CreateIndex
CREATE INDEX "Amendment_revisionId_idx" ON "Amendment"("revisionId");

-- CreateIndex
CREATE INDEX "Handover_roundId_at_idx" ON "Handover"("roundId", "at");

-- CreateIndex
CREATE INDEX "Delegation_bureauId_until_idx" ON "Delegation"("bureauId", "until");

-- CreateIndex
CREATE INDEX "Delegation_toId_idx" ON "Delegation"("toId");

-- CreateIndex
CREATE INDEX "Delegation_fromId_idx" ON "Delegation"("fromId");

-- CreateIndex
CREATE INDEX "Override_reportId_at_idx" ON "Override"("reportId", "at");

-- AddForeignKey
ALTER TABLE "ItemAnswer" ADD CONSTRAINT "ItemAnswer_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ReviewItem"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Widening" ADD CONSTRAINT "Widening_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_bureauId_fkey" FOREIGN KEY ("bureauId") REFERENCES "Bureau"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Override" ADD CONSTRAINT "Override_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OverrideConfirmation" ADD CONSTRAINT "OverrideConfirmation_overrideId_fkey" FOREIGN KEY ("overrideId") REFERENCES "Override"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Facts of the review are append-only.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ItemAnswer', 'Widening', 'Amendment', 'Handover', 'Override',
                              'OverrideConfirmation']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
                    FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END
$$;

ALTER TABLE "Decision"
  ADD CONSTRAINT "Decision_for_check" CHECK (("forId" IS NULL) = ("forName" IS NULL)
    AND "forId" IS DISTINCT FROM "actorId");
ALTER TABLE "ReviewItem"
  ADD CONSTRAINT "ReviewItem_place_check" CHECK ("cell" IS NULL OR "quote" IS NULL);
ALTER TABLE "Amendment"
  ADD CONSTRAINT "Amendment_hashes_check" CHECK (is_sha256("beforeHash") AND is_sha256("afterHash")
    AND "beforeHash" <> "afterHash");
ALTER TABLE "Delegation"
  ADD CONSTRAINT "Delegation_until_check" CHECK ("until" > "from"),
  ADD CONSTRAINT "Delegation_people_check" CHECK ("fromId" <> "toId"),
  ADD CONSTRAINT "Delegation_revoked_check" CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL));
