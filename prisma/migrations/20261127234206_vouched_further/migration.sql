-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "createdSeq" INTEGER;

-- CreateIndex
CREATE INDEX "Notification_articleId_createdSeq_idx" ON "Notification"("articleId", "createdSeq");

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

-- What a member was told belongs to the change that told them. Rows from before have no change that vouches for them.
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
CREATE TRIGGER "Notification_keep" BEFORE UPDATE OR DELETE ON "Notification" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('readAt');
CREATE TRIGGER "Notification_keep_all" BEFORE TRUNCATE ON "Notification" EXECUTE FUNCTION attest_keep_record();

-- Fingerprints are vouched for with the snapshot now.
DROP TRIGGER "Snapshot_keep" ON "Snapshot";
CREATE TRIGGER "Snapshot_keep" BEFORE UPDATE OR DELETE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('search');

-- The content of an event goes by a redaction alone: a later event of the same clock that names it.
CREATE FUNCTION attest_redaction_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."payload" IS NOT NULL AND NEW."payload" IS NULL AND NOT EXISTS (
    SELECT FROM "AuditEvent" WHERE "clockId" = NEW."clockId" AND "seq" > NEW."seq" AND "kind" = 'record.redacted'
      AND "payload" -> 'redacted' @> to_jsonb(NEW."seq")
  ) THEN
    RAISE EXCEPTION 'the content of an event goes by a redaction alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "AuditEvent_redacted_by_event" AFTER UPDATE ON "AuditEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION attest_redaction_is_recorded();
