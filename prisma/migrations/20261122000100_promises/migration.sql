-- What the schema language cannot say: append-only tables, one open round, bounds of values.

-- Append-only. `migrate` takes UPDATE, DELETE and TRUNCATE from the serving role on every table
-- that carries the trigger `append_only`; the triggers refuse them to the owner as well.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table "%" is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['AuditEvent', 'Decision', 'ReturnItem', 'Revision', 'Publication',
                              'PublishedFile', 'ReviewPlanVersion', 'Explanation']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
                    FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END
$$;

-- One open round per report, however many submit at the same moment.
CREATE UNIQUE INDEX "Round_one_open_per_report" ON "Round" ("reportId") WHERE "closedAt" IS NULL;

-- The sweep reads what is still to be done, oldest first.
CREATE INDEX "OutboxItem_open" ON "OutboxItem" ("createdAt") WHERE "doneAt" IS NULL;

-- Every hash is a SHA-256 in lower-case hex.
CREATE FUNCTION is_sha256(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN value ~ '^[0-9a-f]{64}$';

ALTER TABLE "AuditEvent"
  ADD CONSTRAINT "AuditEvent_seq_check" CHECK ("seq" > 0),
  ADD CONSTRAINT "AuditEvent_prevHash_check" CHECK (is_sha256("prevHash")),
  ADD CONSTRAINT "AuditEvent_hash_check" CHECK (is_sha256("hash"));
ALTER TABLE "ChainHead"
  ADD CONSTRAINT "ChainHead_seq_check" CHECK ("seq" >= 0),
  ADD CONSTRAINT "ChainHead_hash_check" CHECK (is_sha256("hash"));
ALTER TABLE "Report"
  ADD CONSTRAINT "Report_year_check" CHECK ("year" BETWEEN 2008 AND 2100),
  ADD CONSTRAINT "Report_version_check" CHECK ("version" > 0),
  -- Without a draft there is something published; else nobody could go on with the report.
  ADD CONSTRAINT "Report_lanes_check" CHECK ("draft" <> 'IDLE' OR "live" <> 'NONE');
ALTER TABLE "ReportSection"
  ADD CONSTRAINT "ReportSection_version_check" CHECK ("version" > 0),
  ADD CONSTRAINT "ReportSection_hash_check" CHECK (is_sha256("hash"));
ALTER TABLE "SectionHistory"
  ADD CONSTRAINT "SectionHistory_version_check" CHECK ("version" > 0),
  ADD CONSTRAINT "SectionHistory_hash_check" CHECK (is_sha256("hash"));
ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_no_check" CHECK ("no" > 0),
  ADD CONSTRAINT "Revision_contentHash_check" CHECK (is_sha256("contentHash"));
ALTER TABLE "ReviewPlanVersion"
  ADD CONSTRAINT "ReviewPlanVersion_no_check" CHECK ("no" > 0);
ALTER TABLE "Round"
  ADD CONSTRAINT "Round_no_check" CHECK ("no" > 0),
  ADD CONSTRAINT "Round_closed_check" CHECK (("closedAt" IS NULL) = ("outcome" IS NULL));
ALTER TABLE "Decision"
  ADD CONSTRAINT "Decision_contentHash_check" CHECK (is_sha256("contentHash"));
ALTER TABLE "Publication"
  ADD CONSTRAINT "Publication_seq_check" CHECK ("seq" > 0),
  ADD CONSTRAINT "Publication_no_check" CHECK ("no" > 0),
  ADD CONSTRAINT "Publication_contentHash_check" CHECK (is_sha256("contentHash")),
  ADD CONSTRAINT "Publication_previousHash_check" CHECK (is_sha256("previousHash")),
  ADD CONSTRAINT "Publication_hash_check" CHECK (is_sha256("hash"));
ALTER TABLE "PublishedFile"
  ADD CONSTRAINT "PublishedFile_size_check" CHECK ("size" = octet_length("bytes")),
  ADD CONSTRAINT "PublishedFile_sha256_check" CHECK (is_sha256("sha256"));
ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_until_check" CHECK ("until" > "from"),
  ADD CONSTRAINT "Membership_level_check" CHECK ("level" BETWEEN 1 AND 9);
ALTER TABLE "ApiToken"
  ADD CONSTRAINT "ApiToken_tokenHash_check" CHECK (is_sha256("tokenHash"));
ALTER TABLE "SignInThrottle"
  ADD CONSTRAINT "SignInThrottle_failures_check" CHECK ("failures" >= 0);
