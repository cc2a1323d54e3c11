-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('MAIL', 'GATEWAY');

-- CreateEnum
CREATE TYPE "DeliveryOutcome" AS ENUM ('SENT', 'FAILED', 'DROPPED');

-- AlterTable
ALTER TABLE "OutboxItem" ADD COLUMN     "key" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "byGateway" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "byMail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "phone" TEXT;

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "outboxId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),
    "outcome" "DeliveryOutcome",

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Urge" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Urge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Delivery_userId_idx" ON "Delivery"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_outboxId_userId_channel_key" ON "Delivery"("outboxId", "userId", "channel");

-- CreateIndex
CREATE INDEX "Urge_reportId_at_idx" ON "Urge"("reportId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxItem_key_key" ON "OutboxItem"("key");

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxItem"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Urge" ADD CONSTRAINT "Urge_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was urged is a fact.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Urge"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Urge"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The sweep reads what is still under way, what is due longest first.
CREATE INDEX "Delivery_open" ON "Delivery" ("channel", "nextAt") WHERE "endedAt" IS NULL;
ALTER TABLE "Delivery"
  ADD CONSTRAINT "Delivery_ended_check" CHECK (("endedAt" IS NULL) = ("outcome" IS NULL)),
  ADD CONSTRAINT "Delivery_attempts_check" CHECK ("attempts" >= 0);

-- The count in the header of every page.
CREATE INDEX "Notification_unread" ON "Notification" ("userId") WHERE "readAt" IS NULL;
