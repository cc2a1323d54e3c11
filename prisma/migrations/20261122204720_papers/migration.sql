-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "paperId" UUID;

-- CreateTable
CREATE TABLE "PaperScan" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperScan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperSignature" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "scanId" UUID NOT NULL,
    "steps" TEXT[],
    "signerId" UUID NOT NULL,
    "signerName" TEXT NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "opinion" TEXT NOT NULL DEFAULT '',
    "checklist" TEXT[],
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperConfirmation" (
    "signatureId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperConfirmation_pkey" PRIMARY KEY ("signatureId")
);

-- CreateIndex
CREATE INDEX "PaperScan_reportId_at_idx" ON "PaperScan"("reportId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PaperSignature_scanId_key" ON "PaperSignature"("scanId");

-- CreateIndex
CREATE INDEX "PaperSignature_reportId_at_idx" ON "PaperSignature"("reportId", "at");

-- CreateIndex
CREATE INDEX "PaperSignature_roundId_idx" ON "PaperSignature"("roundId");

-- CreateIndex
CREATE INDEX "PaperSignature_revisionId_idx" ON "PaperSignature"("revisionId");

-- CreateIndex
CREATE INDEX "Decision_paperId_idx" ON "Decision"("paperId");

-- AddForeignKey
ALTER TABLE "PaperScan" ADD CONSTRAINT "PaperScan_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PaperSignature" ADD CONSTRAINT "PaperSignature_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PaperSignature" ADD CONSTRAINT "PaperSignature_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PaperSignature" ADD CONSTRAINT "PaperSignature_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PaperSignature" ADD CONSTRAINT "PaperSignature_scanId_fkey" FOREIGN KEY ("scanId") REFERENCES "PaperScan"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PaperConfirmation" ADD CONSTRAINT "PaperConfirmation_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "PaperSignature"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "PaperSignature"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- 线下审签 is append-only, from the scan to the confirmation.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['PaperScan', 'PaperSignature', 'PaperConfirmation']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
                    FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END
$$;

ALTER TABLE "PaperScan"
  ADD CONSTRAINT "PaperScan_mime_check" CHECK ("mime" IN ('application/pdf', 'image/jpeg', 'image/png')),
  ADD CONSTRAINT "PaperScan_bytes_check" CHECK ("size" = octet_length("bytes") AND is_sha256("sha256"));
ALTER TABLE "PaperSignature"
  ADD CONSTRAINT "PaperSignature_hash_check" CHECK (is_sha256("contentHash")),
  ADD CONSTRAINT "PaperSignature_people_check" CHECK ("signerId" <> "byId");
