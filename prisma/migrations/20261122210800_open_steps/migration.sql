-- CreateTable
CREATE TABLE "OpenStep" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "bureauId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "level" INTEGER,
    "isNamed" BOOLEAN NOT NULL,
    "owners" UUID[],
    "barred" UUID[],
    "isOwnCheck" BOOLEAN NOT NULL,
    "drafters" UUID[],
    "claimantId" UUID,
    "confirmers" UUID[],
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "OpenStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpenStep_bureauId_role_idx" ON "OpenStep"("bureauId", "role");

-- CreateIndex
CREATE INDEX "OpenStep_roundId_idx" ON "OpenStep"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "OpenStep_reportId_step_key" ON "OpenStep"("reportId", "step");

-- CreateIndex
CREATE INDEX "Decision_forId_at_idx" ON "Decision"("forId", "at");

-- AddForeignKey
ALTER TABLE "OpenStep" ADD CONSTRAINT "OpenStep_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OpenStep" ADD CONSTRAINT "OpenStep_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The roles that people hold at a moment: their own, and as deputies those of whom they stand in
-- for. A deputy of a bureau has what his principal himself holds there, never what is lent to the
-- principal, and only while he belongs to that bureau. Inlined into the statement that reads it.
CREATE FUNCTION held_roles(moment timestamptz)
RETURNS TABLE ("userId" uuid, "bureauId" uuid, role "Role", level integer, "forId" uuid)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT m."userId", m."bureauId", m.role, m.level, NULL::uuid
  FROM "Membership" m JOIN "User" u ON u.id = m."userId"
  WHERE u."disabledAt" IS NULL AND m."from" <= moment AND (m.until IS NULL OR m.until > moment)
  UNION ALL
  SELECT d."toId", m."bureauId", m.role, m.level, m."userId"
  FROM "Delegation" d
    JOIN "Membership" m ON m."userId" = d."fromId" AND m."bureauId" = d."bureauId"
    JOIN "User" p ON p.id = d."fromId"
    JOIN "User" u ON u.id = d."toId"
  WHERE d."from" <= moment AND d.until > moment AND d."revokedAt" IS NULL
    AND m."from" <= moment AND (m.until IS NULL OR m.until > moment)
    AND m.role IN ('REVIEWER', 'PROOFREADER', 'SUPERVISOR')
    AND p."disabledAt" IS NULL AND u."disabledAt" IS NULL
    AND EXISTS (
      SELECT FROM "Membership" w
      WHERE w."userId" = d."toId" AND w."bureauId" = d."bureauId" AND w."from" <= moment
        AND (w.until IS NULL OR w.until > moment))
$$;

-- A 代理 is revoked once, and neither changed nor removed otherwise.
CREATE FUNCTION refuse_change_but_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."revokedAt" IS NULL AND NEW."revokedAt" IS NOT NULL
    AND to_jsonb(NEW) - 'revokedAt' - 'revokedById' = to_jsonb(OLD) - 'revokedAt' - 'revokedById'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'table "%" takes no % but a revocation', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER revoked_only BEFORE UPDATE OR DELETE ON "Delegation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_revocation();
