-- CreateEnum
CREATE TYPE "ThreadMessageKind" AS ENUM ('SAID', 'RESOLVED', 'REOPENED');

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "cell" TEXT,
    "quote" JSONB,
    "mustResolve" BOOLEAN NOT NULL DEFAULT false,
    "openedById" UUID NOT NULL,
    "openedByName" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedById" UUID,
    "resolvedByName" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadMessage" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "kind" "ThreadMessageKind" NOT NULL,
    "words" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Thread_reportId_id_idx" ON "Thread"("reportId", "id");

-- CreateIndex
CREATE INDEX "ThreadMessage_threadId_at_idx" ON "ThreadMessage"("threadId", "at");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ThreadMessage" ADD CONSTRAINT "ThreadMessage_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was said stays said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ThreadMessage"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ThreadMessage"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Thread"
  ADD CONSTRAINT "Thread_place_check" CHECK ("cell" IS NULL OR "quote" IS NULL),
  ADD CONSTRAINT "Thread_resolved_check"
    CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL)
      AND ("resolvedAt" IS NULL) = ("resolvedByName" IS NULL));

-- What blocks a submission is asked with every read of a report.
CREATE INDEX "Thread_must_resolve" ON "Thread" ("reportId")
  WHERE "mustResolve" AND "resolvedAt" IS NULL;
