-- AlterTable
ALTER TABLE "SourceRecord" ADD COLUMN     "found" JSONB;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────────

-- What was found of a field is taken away with the field. Only this list grows: whatever else the function says stays.
DO $$
DECLARE
  said text := pg_get_functiondef('attest_redactable(text)'::regprocedure);
  anew text := replace(
    said,
    $list$WHEN 'SourceRecord' THEN ARRAY['csl', 'title', 'urlKey', 'doi', 'isbn']$list$,
    $list$WHEN 'SourceRecord' THEN ARRAY['csl', 'title', 'urlKey', 'doi', 'isbn', 'found']$list$
  );
BEGIN
  IF anew = said THEN RAISE EXCEPTION 'attest_redactable does not list SourceRecord as expected'; END IF;
  EXECUTE anew;
END $$;
