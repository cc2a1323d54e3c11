-- AlterEnum
ALTER TYPE "RevisionReason" ADD VALUE 'RESTORED';
ALTER TYPE "RevisionReason" ADD VALUE 'NAMED';

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "name" TEXT NOT NULL DEFAULT '';
