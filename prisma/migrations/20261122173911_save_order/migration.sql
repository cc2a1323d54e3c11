-- AlterTable
ALTER TABLE "ReportSection" ADD COLUMN     "saves" JSONB NOT NULL DEFAULT '[]';
