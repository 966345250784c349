-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "counts" JSONB,
ADD COLUMN     "formerTitle" TEXT;

-- AlterTable
ALTER TABLE "ClaimRevision" ADD COLUMN     "label" TEXT,
ADD COLUMN     "quoted" BOOLEAN,
ADD COLUMN     "section" TEXT;

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "canonical" TEXT;

-- An article's title follows upstream's; the audit log says when, and what it was.
DROP TRIGGER "Article_keep" ON "Article";
CREATE TRIGGER "Article_keep" BEFORE UPDATE OR DELETE ON "Article" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('nextClaimNumber', 'headNumber', 'title');

CREATE FUNCTION attest_keep_title() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."title" IS DISTINCT FROM OLD."title" AND NOT EXISTS (
    SELECT 1 FROM "Revision" WHERE "articleId" = NEW."id" AND "number" = NEW."headNumber"
      AND NEW."headNumber" = OLD."headNumber" + 1 AND "formerTitle" = OLD."title"
  ) THEN
    RAISE EXCEPTION 'Article is a record: its title changes with a revision alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Article_keep_title" BEFORE UPDATE ON "Article" FOR EACH ROW EXECUTE FUNCTION attest_keep_title();
