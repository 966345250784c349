-- AlterTable
ALTER TABLE "Adjudication" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Checkability" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "ClaimRevision" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "QuoteCheck" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "SearchEntry" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "SourceContact" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "SourceGrade" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "SourceMerge" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "SourceRecord" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "StructureProposal" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Upstream" ADD COLUMN     "redactedSeq" INTEGER;

-- AlterTable
ALTER TABLE "Visit" ADD COLUMN     "redactedSeq" INTEGER;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

-- The columns that a redaction may empty; a closed list. Whoever holds the server can take these words away, and leaves an event with it.
CREATE FUNCTION attest_redactable(noun text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE noun
    WHEN 'Revision' THEN ARRAY['summary']
    WHEN 'Comment' THEN ARRAY['body', 'endReason']
    WHEN 'Assessment' THEN ARRAY['rationale', 'endReason']
    WHEN 'Adjudication' THEN ARRAY['reason', 'endReason']
    WHEN 'Citation' THEN ARRAY['quote', 'note', 'locator', 'anchor', 'endReason']
    WHEN 'ClaimRevision' THEN ARRAY['text', 'label', 'section', 'reason', 'reviewReason']
    WHEN 'SearchEntry' THEN ARRAY['place', 'query', 'note', 'endReason']
    WHEN 'Thread' THEN ARRAY['quote']
    WHEN 'Upstream' THEN ARRAY['content']
    WHEN 'StructureProposal' THEN ARRAY['content', 'reason', 'reviewReason']
    WHEN 'Assignment' THEN ARRAY['note', 'endReason']
    WHEN 'Checkability' THEN ARRAY['reason']
    WHEN 'Notification' THEN ARRAY['words', 'reason']
    WHEN 'Source' THEN ARRAY['csl', 'title', 'urlKey', 'doi', 'isbn']
    WHEN 'SourceRecord' THEN ARRAY['csl', 'title', 'urlKey', 'doi', 'isbn']
    WHEN 'SourceContact' THEN ARRAY['contact']
    WHEN 'SourceGrade' THEN ARRAY['reason']
    WHEN 'SourceMerge' THEN ARRAY['reason']
    WHEN 'Snapshot' THEN ARRAY['sha256', 'bytes', 'url', 'finalUrl', 'canonical', 'redirects', 'headers', 'fileName', 'text', 'blocks', 'fingerprints']
    WHEN 'Visit' THEN ARRAY['url', 'words']
    WHEN 'QuoteCheck' THEN ARRAY['said']
    ELSE ARRAY[]::text[]
  END
$$;

-- Does `after` say what `before` said, but for what was taken away? Words give way to fixed ones, numbers to 0, lists and
-- objects to empty ones; members may go. Nothing else can be put in their place.
CREATE FUNCTION attest_only_takes_away(before jsonb, after jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF before = after OR after = 'null'::jsonb THEN RETURN true; END IF;
  IF jsonb_typeof(before) <> jsonb_typeof(after) THEN RETURN false; END IF;
  CASE jsonb_typeof(before)
    WHEN 'string' THEN
      RETURN after IN (to_jsonb('[redacted]'::text), to_jsonb('https://redacted.invalid/'::text), to_jsonb(repeat('0', 64)));
    WHEN 'number' THEN
      RETURN after = '0'::jsonb;
    WHEN 'array' THEN
      RETURN after = '[]'::jsonb OR (jsonb_array_length(before) = jsonb_array_length(after) AND NOT EXISTS (
        SELECT FROM ROWS FROM (jsonb_array_elements(before), jsonb_array_elements(after)) AS pair(b, a)
        WHERE NOT attest_only_takes_away(b, a)));
    WHEN 'object' THEN
      RETURN NOT EXISTS (
        SELECT FROM jsonb_each(after) AS member
        WHERE NOT before ? member.key OR NOT attest_only_takes_away(before -> member.key, member.value));
    ELSE RETURN false;
  END CASE;
END $$;

-- A row loses words by the change that says so, which is the next of its clock, and keeps all that is not words.
CREATE FUNCTION attest_check_redaction(noun text, owner uuid, before jsonb, after jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed text;
BEGIN
  IF (after ->> 'redactedSeq')::int IS DISTINCT FROM (SELECT "seq" + 1 FROM "Clock" WHERE "id" = owner) THEN
    RAISE EXCEPTION '% is a record: its words go with the change that redacts them', noun USING ERRCODE = 'restrict_violation';
  END IF;
  FOR changed IN
    SELECT member.key FROM jsonb_each(after) AS member
    WHERE member.key NOT IN ('redactedSeq', 'search') AND member.value IS DISTINCT FROM before -> member.key
  LOOP
    IF changed <> ALL (attest_redactable(noun)) OR NOT attest_only_takes_away(before -> changed, after -> changed) THEN
      RAISE EXCEPTION '% is a record: a redaction takes words away, and puts no others there (%)', noun, changed USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION attest_keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := coalesce(TG_ARGV, '{}');
  before jsonb;
  after jsonb;
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION '% is a record: nothing in it is deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  before := to_jsonb(OLD);
  after := to_jsonb(NEW);
  IF after -> 'redactedSeq' IS DISTINCT FROM before -> 'redactedSeq' THEN
    PERFORM attest_check_redaction(TG_TABLE_NAME, (CASE WHEN before ? 'articleId' THEN before ->> 'articleId' ELSE before ->> 'workspaceId' END)::uuid, before, after);
    RETURN NEW;
  END IF;
  IF (after - may_change) IS DISTINCT FROM (before - may_change) THEN
    RAISE EXCEPTION '% is a record: its content is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF (before ->> 'endedSeq') IS NOT NULL AND after IS DISTINCT FROM before THEN
    RAISE EXCEPTION '% is a record: what has ended stays as it ended', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What a redaction may change was asked by attest_keep_record, whose trigger comes first.
CREATE OR REPLACE FUNCTION attest_keep_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."redactedSeq" IS NOT DISTINCT FROM OLD."redactedSeq" AND OLD."acceptedSeq" IS NOT NULL
     AND (to_jsonb(NEW) - ARRAY['state', 'endedSeq']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'endedSeq']) THEN
    RAISE EXCEPTION 'an accepted wording stays as it was accepted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION attest_keep_inheritance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."redactedSeq" IS NOT DISTINCT FROM OLD."redactedSeq" AND OLD."state"::text = 'inherited'
     AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
    RAISE EXCEPTION 'an inherited wording stays as it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- At the end of the transaction the redaction has to be there, and to name the change that recorded the row.
CREATE FUNCTION attest_row_redacted_by_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held jsonb := to_jsonb(NEW);
BEGIN
  IF NOT EXISTS (
    SELECT FROM "AuditEvent" WHERE "clockId" = (CASE WHEN held ? 'articleId' THEN held ->> 'articleId' ELSE held ->> 'workspaceId' END)::uuid
      AND "seq" = (held ->> 'redactedSeq')::int AND "kind" = 'record.redacted'
      AND "payload" -> 'redacted' @> to_jsonb(coalesce((held ->> 'createdSeq')::int, 0))
  ) THEN
    RAISE EXCEPTION '% is a record: its words go by a redaction alone', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Adjudication_redacted_by_event" AFTER UPDATE ON "Adjudication" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Assessment_redacted_by_event" AFTER UPDATE ON "Assessment" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Assignment_redacted_by_event" AFTER UPDATE ON "Assignment" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Checkability_redacted_by_event" AFTER UPDATE ON "Checkability" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Citation_redacted_by_event" AFTER UPDATE ON "Citation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "ClaimRevision_redacted_by_event" AFTER UPDATE ON "ClaimRevision" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Comment_redacted_by_event" AFTER UPDATE ON "Comment" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Notification_redacted_by_event" AFTER UPDATE ON "Notification" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "QuoteCheck_redacted_by_event" AFTER UPDATE ON "QuoteCheck" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Revision_redacted_by_event" AFTER UPDATE ON "Revision" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "SearchEntry_redacted_by_event" AFTER UPDATE ON "SearchEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Snapshot_redacted_by_event" AFTER UPDATE ON "Snapshot" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Source_redacted_by_event" AFTER UPDATE ON "Source" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "SourceContact_redacted_by_event" AFTER UPDATE ON "SourceContact" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "SourceGrade_redacted_by_event" AFTER UPDATE ON "SourceGrade" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "SourceMerge_redacted_by_event" AFTER UPDATE ON "SourceMerge" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "SourceRecord_redacted_by_event" AFTER UPDATE ON "SourceRecord" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "StructureProposal_redacted_by_event" AFTER UPDATE ON "StructureProposal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Thread_redacted_by_event" AFTER UPDATE ON "Thread" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Upstream_redacted_by_event" AFTER UPDATE ON "Upstream" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE CONSTRAINT TRIGGER "Visit_redacted_by_event" AFTER UPDATE ON "Visit" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();
CREATE INDEX "AuditEvent_redactions" ON "AuditEvent" ("clockId") WHERE "kind" = 'record.redacted';
