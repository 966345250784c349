-- AlterTable
ALTER TABLE "ArchiveCopy" ADD COLUMN     "redactedSeq" INTEGER;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

-- The address of an archived copy repeats that of the page; the words that a citation covers repeat the claim's.
CREATE OR REPLACE FUNCTION attest_redactable(noun text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE noun
    WHEN 'Revision' THEN ARRAY['summary']
    WHEN 'Comment' THEN ARRAY['body', 'endReason']
    WHEN 'Assessment' THEN ARRAY['rationale', 'endReason']
    WHEN 'Adjudication' THEN ARRAY['reason', 'endReason']
    WHEN 'Citation' THEN ARRAY['quote', 'note', 'locator', 'anchor', 'covers', 'endReason']
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
    WHEN 'ArchiveCopy' THEN ARRAY['address', 'problem']
    WHEN 'QuoteCheck' THEN ARRAY['said']
    ELSE ARRAY[]::text[]
  END
$$;
CREATE CONSTRAINT TRIGGER "ArchiveCopy_redacted_by_event" AFTER UPDATE ON "ArchiveCopy" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();

CREATE TRIGGER "ArchiveCopy_recorded_whole" BEFORE INSERT ON "ArchiveCopy" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
