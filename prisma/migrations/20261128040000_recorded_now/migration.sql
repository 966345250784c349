-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

-- A row is recorded, accepted and ended by the change in progress, which is the next of its clock, and by no other. Whoever
-- holds the server can so add to the record, which leaves an event, but not to its past.
CREATE FUNCTION attest_refuse_other_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is a record: what happens to it belongs to the change in progress', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Two functions, since each names the column of its clock: a statement is looked at once, however many rows it brings.
CREATE FUNCTION attest_recorded_now_of_article() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- Held until the end, so that no other transaction can make that change meanwhile: a change holds it already.
  PERFORM FROM "Clock" WHERE "id" IN (SELECT "articleId" FROM added) FOR UPDATE;
  IF EXISTS (SELECT FROM added LEFT JOIN "Clock" c ON c."id" = added."articleId" WHERE added."createdSeq" IS DISTINCT FROM c."seq" + 1) THEN
    RAISE EXCEPTION '% is a record: what happens to it belongs to the change in progress', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION attest_recorded_now_of_desk() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- Held until the end, so that no other transaction can make that change meanwhile: a change holds it already.
  PERFORM FROM "Clock" WHERE "id" IN (SELECT "workspaceId" FROM added) FOR UPDATE;
  IF EXISTS (SELECT FROM added LEFT JOIN "Clock" c ON c."id" = added."workspaceId" WHERE added."createdSeq" IS DISTINCT FROM c."seq" + 1) THEN
    RAISE EXCEPTION '% is a record: what happens to it belongs to the change in progress', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION attest_happens_now() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  owner uuid;
  given int;
BEGIN
  IF TG_ARGV[0] = 'articleId' THEN owner := NEW."articleId"; ELSE owner := NEW."workspaceId"; END IF;
  IF TG_ARGV[1] = 'endedSeq' THEN given := NEW."endedSeq"; ELSE given := NEW."acceptedSeq"; END IF;
  IF given IS DISTINCT FROM (SELECT "seq" + 1 FROM "Clock" WHERE "id" = owner FOR UPDATE) THEN
    RAISE EXCEPTION '% is a record: what happens to it belongs to the change in progress', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Clock_starts" BEFORE INSERT ON "Clock" FOR EACH ROW WHEN (NEW."seq" <> 0) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Layout_recorded_now" AFTER INSERT ON "Layout" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Revision_recorded_now" AFTER INSERT ON "Revision" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Revision_recorded_whole" BEFORE INSERT ON "Revision" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Claim_recorded_now" AFTER INSERT ON "Claim" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Claim_recorded_whole" BEFORE INSERT ON "Claim" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Claim_ended_now" BEFORE UPDATE ON "Claim" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "ClaimAncestry_recorded_now" AFTER INSERT ON "ClaimAncestry" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "ClaimRevision_recorded_now" AFTER INSERT ON "ClaimRevision" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "ClaimRevision_recorded_whole" BEFORE INSERT ON "ClaimRevision" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."acceptedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "ClaimRevision_ended_now" BEFORE UPDATE ON "ClaimRevision" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "ClaimRevision_accepted_now" BEFORE UPDATE ON "ClaimRevision" FOR EACH ROW WHEN (NEW."acceptedSeq" IS DISTINCT FROM OLD."acceptedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'acceptedSeq');
CREATE TRIGGER "Checkability_recorded_now" AFTER INSERT ON "Checkability" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Checkability_recorded_whole" BEFORE INSERT ON "Checkability" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Checkability_ended_now" BEFORE UPDATE ON "Checkability" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Assignment_recorded_now" AFTER INSERT ON "Assignment" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Assignment_recorded_whole" BEFORE INSERT ON "Assignment" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Assignment_ended_now" BEFORE UPDATE ON "Assignment" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Citation_recorded_now" AFTER INSERT ON "Citation" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Citation_recorded_whole" BEFORE INSERT ON "Citation" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Citation_ended_now" BEFORE UPDATE ON "Citation" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Assessment_recorded_now" AFTER INSERT ON "Assessment" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Assessment_recorded_whole" BEFORE INSERT ON "Assessment" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Assessment_ended_now" BEFORE UPDATE ON "Assessment" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Adjudication_recorded_now" AFTER INSERT ON "Adjudication" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Adjudication_recorded_whole" BEFORE INSERT ON "Adjudication" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Adjudication_ended_now" BEFORE UPDATE ON "Adjudication" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Thread_recorded_now" AFTER INSERT ON "Thread" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Thread_recorded_whole" BEFORE INSERT ON "Thread" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "ThreadMove_recorded_now" AFTER INSERT ON "ThreadMove" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "ThreadMove_recorded_whole" BEFORE INSERT ON "ThreadMove" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "ThreadMove_ended_now" BEFORE UPDATE ON "ThreadMove" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Upstream_recorded_now" AFTER INSERT ON "Upstream" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Upstream_recorded_whole" BEFORE INSERT ON "Upstream" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Upstream_ended_now" BEFORE UPDATE ON "Upstream" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "StructureProposal_recorded_now" AFTER INSERT ON "StructureProposal" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "StructureProposal_recorded_whole" BEFORE INSERT ON "StructureProposal" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "StructureProposal_ended_now" BEFORE UPDATE ON "StructureProposal" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Resolution_recorded_now" AFTER INSERT ON "Resolution" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Resolution_recorded_whole" BEFORE INSERT ON "Resolution" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Resolution_ended_now" BEFORE UPDATE ON "Resolution" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Comment_recorded_now" AFTER INSERT ON "Comment" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Comment_recorded_whole" BEFORE INSERT ON "Comment" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Comment_ended_now" BEFORE UPDATE ON "Comment" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Mention_recorded_now" AFTER INSERT ON "Mention" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "SearchEntry_recorded_now" AFTER INSERT ON "SearchEntry" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "SearchEntry_recorded_whole" BEFORE INSERT ON "SearchEntry" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SearchEntry_ended_now" BEFORE UPDATE ON "SearchEntry" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('articleId', 'endedSeq');
CREATE TRIGGER "Notification_recorded_now" AFTER INSERT ON "Notification" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_article();
CREATE TRIGGER "Notification_recorded_whole" BEFORE INSERT ON "Notification" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Member_recorded_now" AFTER INSERT ON "Member" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "Member_recorded_whole" BEFORE INSERT ON "Member" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Member_ended_now" BEFORE UPDATE ON "Member" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "PolicyVersion_recorded_now" AFTER INSERT ON "PolicyVersion" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "PolicyVersion_recorded_whole" BEFORE INSERT ON "PolicyVersion" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "PolicyVersion_ended_now" BEFORE UPDATE ON "PolicyVersion" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "Source_recorded_now" AFTER INSERT ON "Source" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "Source_recorded_whole" BEFORE INSERT ON "Source" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Source_ended_now" BEFORE UPDATE ON "Source" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "SourceGrade_recorded_now" AFTER INSERT ON "SourceGrade" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "SourceGrade_recorded_whole" BEFORE INSERT ON "SourceGrade" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SourceGrade_ended_now" BEFORE UPDATE ON "SourceGrade" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "SourceOrigin_recorded_now" AFTER INSERT ON "SourceOrigin" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "SourceOrigin_recorded_whole" BEFORE INSERT ON "SourceOrigin" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SourceOrigin_ended_now" BEFORE UPDATE ON "SourceOrigin" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "SourceRecord_recorded_now" AFTER INSERT ON "SourceRecord" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "SourceRecord_recorded_whole" BEFORE INSERT ON "SourceRecord" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SourceRecord_ended_now" BEFORE UPDATE ON "SourceRecord" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "SourceContact_recorded_now" AFTER INSERT ON "SourceContact" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "SourceContact_recorded_whole" BEFORE INSERT ON "SourceContact" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SourceContact_ended_now" BEFORE UPDATE ON "SourceContact" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "SourceMerge_recorded_now" AFTER INSERT ON "SourceMerge" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "SourceMerge_recorded_whole" BEFORE INSERT ON "SourceMerge" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq" OR NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SourceMerge_ended_now" BEFORE UPDATE ON "SourceMerge" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "SourceApart_recorded_now" AFTER INSERT ON "SourceApart" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "SourceApart_recorded_whole" BEFORE INSERT ON "SourceApart" FOR EACH ROW WHEN (NEW."endedSeq" <> NEW."createdSeq") EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "SourceApart_ended_now" BEFORE UPDATE ON "SourceApart" FOR EACH ROW WHEN (NEW."endedSeq" IS DISTINCT FROM OLD."endedSeq") EXECUTE FUNCTION attest_happens_now('workspaceId', 'endedSeq');
CREATE TRIGGER "Snapshot_recorded_now" AFTER INSERT ON "Snapshot" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "Snapshot_recorded_whole" BEFORE INSERT ON "Snapshot" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "Visit_recorded_now" AFTER INSERT ON "Visit" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "Visit_recorded_whole" BEFORE INSERT ON "Visit" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();
CREATE TRIGGER "ArchiveCopy_recorded_now" AFTER INSERT ON "ArchiveCopy" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "QuoteCheck_recorded_now" AFTER INSERT ON "QuoteCheck" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_recorded_now_of_desk();
CREATE TRIGGER "QuoteCheck_recorded_whole" BEFORE INSERT ON "QuoteCheck" FOR EACH ROW WHEN (NEW."redactedSeq" IS NOT NULL) EXECUTE FUNCTION attest_refuse_other_change();

-- A role may make temporary tables, and Postgres looks there first: no function may mistake one for the record.
ALTER FUNCTION attest_keep_record() SET search_path = public, pg_temp;
ALTER FUNCTION attest_keep_event() SET search_path = public, pg_temp;
ALTER FUNCTION attest_clock_runs() SET search_path = public, pg_temp;
ALTER FUNCTION attest_keep_acceptance() SET search_path = public, pg_temp;
ALTER FUNCTION attest_keep_inheritance() SET search_path = public, pg_temp;
ALTER FUNCTION attest_event_moves_clock() SET search_path = public, pg_temp;
ALTER FUNCTION attest_keep_title() SET search_path = public, pg_temp;
ALTER FUNCTION attest_redaction_is_recorded() SET search_path = public, pg_temp;
ALTER FUNCTION attest_row_redacted_by_event() SET search_path = public, pg_temp;

-- As before, but it holds the clock.
CREATE OR REPLACE FUNCTION attest_check_redaction(noun text, owner uuid, before jsonb, after jsonb) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  changed text;
BEGIN
  IF (after ->> 'redactedSeq')::int IS DISTINCT FROM (SELECT "seq" + 1 FROM "Clock" WHERE "id" = owner FOR UPDATE) THEN
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
