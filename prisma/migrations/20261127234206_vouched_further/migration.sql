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
