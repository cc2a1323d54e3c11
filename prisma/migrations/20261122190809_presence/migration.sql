-- CreateTable
CREATE TABLE "Presence" (
    "reportId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "windowId" TEXT NOT NULL,
    "section" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("reportId","userId","windowId")
);

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
