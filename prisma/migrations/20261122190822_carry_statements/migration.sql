-- CreateTable
CREATE TABLE "CarryStatement" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "carriedOut" JSONB NOT NULL,
    "document" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CarryStatement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CarryStatement_reportId_at_idx" ON "CarryStatement"("reportId", "at");

-- AddForeignKey
ALTER TABLE "CarryStatement" ADD CONSTRAINT "CarryStatement_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was stated stays stated; whoever corrects it states it again.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CarryStatement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CarryStatement"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
