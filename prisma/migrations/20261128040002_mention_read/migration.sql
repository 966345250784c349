-- AlterTable
ALTER TABLE "Mention" ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

-- That a member put a mention away is beside the record, as it is with a notification.
DROP TRIGGER "Mention_keep" ON "Mention";
CREATE TRIGGER "Mention_keep" BEFORE UPDATE OR DELETE ON "Mention" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('readAt');
