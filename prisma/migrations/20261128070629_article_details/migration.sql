-- CreateTable
CREATE TABLE "ArticleAmendment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "memberId" UUID,
    "former" JSONB NOT NULL,
    "given" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "redactedSeq" INTEGER,

    CONSTRAINT "ArticleAmendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Archiving" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "memberId" UUID,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "redactedSeq" INTEGER,
    "endedSeq" INTEGER,
    "endReason" TEXT,

    CONSTRAINT "Archiving_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArticleAmendment_articleId_createdSeq_idx" ON "ArticleAmendment"("articleId", "createdSeq");

-- CreateIndex
CREATE INDEX "Archiving_articleId_createdSeq_idx" ON "Archiving"("articleId", "createdSeq");

-- AddForeignKey
ALTER TABLE "ArticleAmendment" ADD CONSTRAINT "ArticleAmendment_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleAmendment" ADD CONSTRAINT "ArticleAmendment_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Archiving" ADD CONSTRAINT "Archiving_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Archiving" ADD CONSTRAINT "Archiving_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

ALTER TABLE "ArticleAmendment" ADD CONSTRAINT "ArticleAmendment_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ArticleAmendment" ADD CONSTRAINT "ArticleAmendment_changes_something" CHECK (jsonb_typeof("former") = 'object' AND jsonb_typeof("given") = 'object' AND "given" <> '{}' AND "former" <> "given");
CREATE TRIGGER "ArticleAmendment_keep" BEFORE UPDATE OR DELETE ON "ArticleAmendment" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ArticleAmendment_keep_all" BEFORE TRUNCATE ON "ArticleAmendment" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ArticleAmendment_recorded_now" AFTER INSERT ON "ArticleAmendment" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "ArticleAmendment_recorded_whole" BEFORE INSERT ON "ArticleAmendment" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE CONSTRAINT TRIGGER "ArticleAmendment_redacted_by_event" AFTER UPDATE ON "ArticleAmendment" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();

ALTER TABLE "Archiving" ADD CONSTRAINT "Archiving_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Archiving" ADD CONSTRAINT "Archiving_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Archiving" ADD CONSTRAINT "Archiving_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Archiving" ADD CONSTRAINT "Archiving_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
CREATE UNIQUE INDEX "Archiving_one_current" ON "Archiving" ("articleId") WHERE "endedSeq" IS NULL;
CREATE TRIGGER "Archiving_keep" BEFORE UPDATE OR DELETE ON "Archiving" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "Archiving_keep_all" BEFORE TRUNCATE ON "Archiving" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Archiving_recorded_now" AFTER INSERT ON "Archiving" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Archiving_recorded_whole" BEFORE INSERT ON "Archiving" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Archiving_ended_now" BEFORE UPDATE ON "Archiving" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE CONSTRAINT TRIGGER "Archiving_redacted_by_event" AFTER UPDATE ON "Archiving" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."redactedSeq" IS DISTINCT FROM OLD."redactedSeq") EXECUTE FUNCTION attest_row_redacted_by_event();

-- An article's details change with an amendment in the same change; its title with a revision from upstream, too.
DROP TRIGGER "Article_keep" ON "Article";
CREATE TRIGGER "Article_keep" BEFORE UPDATE OR DELETE ON "Article" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('nextClaimNumber', 'headNumber', 'title', 'language', 'licence', 'attribution', 'originUrl');
CREATE OR REPLACE FUNCTION attest_keep_title() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  detail text;
BEGIN
  FOREACH detail IN ARRAY ARRAY['title', 'language', 'licence', 'attribution', 'originUrl'] LOOP
    CONTINUE WHEN after -> detail = before -> detail;
    CONTINUE WHEN EXISTS (
      SELECT FROM "ArticleAmendment" a
      WHERE a."articleId" = NEW."id" AND a."createdSeq" = (SELECT "seq" + 1 FROM "Clock" WHERE "id" = NEW."id")
        AND a."former" -> detail = before -> detail AND a."given" -> detail = after -> detail
    );
    CONTINUE WHEN detail = 'title' AND EXISTS (
      SELECT FROM "Revision" WHERE "articleId" = NEW."id" AND "number" = NEW."headNumber"
        AND NEW."headNumber" = OLD."headNumber" + 1 AND "formerTitle" = OLD."title"
    );
    RAISE EXCEPTION 'Article is a record: its % changes with a recorded change alone', detail USING ERRCODE = 'restrict_violation';
  END LOOP;
  RETURN NEW;
END $$;

-- Why details were changed, and why an article was archived and brought back, can be redacted. The rest is listed as it was.
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
    WHEN 'ArticleAmendment' THEN ARRAY['reason']
    WHEN 'Archiving' THEN ARRAY['reason', 'endReason']
    ELSE ARRAY[]::text[]
  END
$$;
