-- AlterTable
ALTER TABLE "SectionHistory" ADD COLUMN     "places" TEXT[] DEFAULT ARRAY[]::TEXT[];
