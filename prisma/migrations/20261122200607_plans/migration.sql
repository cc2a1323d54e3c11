-- AlterTable
ALTER TABLE "ReviewPlan" ADD COLUMN     "bureauId" UUID,
ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "changedById" UUID,
ADD COLUMN     "changedByName" TEXT,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "deletedById" UUID,
ADD COLUMN     "draft" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "code" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ReviewPlanVersion" ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "publishedByName" TEXT;

-- CreateTable
CREATE TABLE "Phrase" (
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "userId" UUID,
    "bureauId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Phrase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Phrase_userId_words_key" ON "Phrase"("userId", "words");

-- CreateIndex
CREATE UNIQUE INDEX "Phrase_bureauId_words_key" ON "Phrase"("bureauId", "words");

-- CreateIndex
CREATE INDEX "ReviewPlan_bureauId_idx" ON "ReviewPlan"("bureauId");

-- AddForeignKey
ALTER TABLE "ReviewPlan" ADD CONSTRAINT "ReviewPlan_bureauId_fkey" FOREIGN KEY ("bureauId") REFERENCES "Bureau"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Phrase" ADD CONSTRAINT "Phrase_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Phrase" ADD CONSTRAINT "Phrase_bureauId_fkey" FOREIGN KEY ("bureauId") REFERENCES "Bureau"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A plan is a bureau's own, or ready-made under a stable name.
ALTER TABLE "ReviewPlan"
  ADD CONSTRAINT "ReviewPlan_owner_check" CHECK (("code" IS NULL) = ("bureauId" IS NOT NULL)),
  ADD CONSTRAINT "ReviewPlan_version_check" CHECK ("version" > 0),
  ADD CONSTRAINT "ReviewPlan_ready_check" CHECK ("code" IS NULL OR ("draft" IS NULL AND "deletedAt" IS NULL)),
  ADD CONSTRAINT "ReviewPlan_changed_check" CHECK (("changedAt" IS NULL) = ("changedById" IS NULL)
    AND ("changedAt" IS NULL) = ("changedByName" IS NULL)),
  ADD CONSTRAINT "ReviewPlan_deleted_check" CHECK (("deletedAt" IS NULL) = ("deletedById" IS NULL));
ALTER TABLE "ReviewPlanVersion"
  ADD CONSTRAINT "ReviewPlanVersion_published_check"
    CHECK (("publishedById" IS NULL) = ("publishedByName" IS NULL));
ALTER TABLE "Phrase"
  ADD CONSTRAINT "Phrase_owner_check" CHECK (("userId" IS NULL) <> ("bureauId" IS NULL));

-- A bureau's plans are told apart by their names; one that was deleted gives its name back.
CREATE UNIQUE INDEX "ReviewPlan_name_of_bureau" ON "ReviewPlan" ("bureauId", "name")
  WHERE "deletedAt" IS NULL;
