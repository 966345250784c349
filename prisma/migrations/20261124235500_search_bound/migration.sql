-- A search vector holds a megabyte. A text of many long words, none of them twice, has more in its first 300,000
-- characters; it is kept all the same, and searched in fewer.
CREATE FUNCTION attest_search(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN to_tsvector('simple'::regconfig, left(words, 300000));
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN to_tsvector('simple'::regconfig, left(words, 40000));
END $$;

DROP INDEX "Snapshot_text_search";
ALTER TABLE "Snapshot" DROP COLUMN "search";
ALTER TABLE "Snapshot" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (attest_search("text")) STORED;
CREATE INDEX "Snapshot_text_search" ON "Snapshot" USING gin ("search");
