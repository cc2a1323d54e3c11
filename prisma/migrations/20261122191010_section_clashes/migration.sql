-- CreateTable
CREATE TABLE "SectionClash" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "places" TEXT[],
    "stored" TEXT NOT NULL,
    "refused" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionClash_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SectionClash_reportId_at_idx" ON "SectionClash"("reportId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SectionClash_reportId_key_version_byId_hash_key" ON "SectionClash"("reportId", "key", "version", "byId", "hash");

-- AddForeignKey
ALTER TABLE "SectionClash" ADD CONSTRAINT "SectionClash_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What clashed stays, whatever was chosen.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SectionClash"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "SectionClash"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "SectionClash"
  ADD CONSTRAINT "SectionClash_version_check" CHECK ("version" > 0),
  ADD CONSTRAINT "SectionClash_hash_check" CHECK (is_sha256("hash"));
