-- CreateTable
CREATE TABLE "Working" (
    "articleId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,

    CONSTRAINT "Working_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "WorkingUpdate" (
    "id" BIGSERIAL NOT NULL,
    "articleId" UUID NOT NULL,
    "memberId" UUID,
    "update" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkingUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkingTouch" (
    "articleId" UUID NOT NULL,
    "claim" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkingTouch_pkey" PRIMARY KEY ("articleId","claim","memberId")
);

-- CreateIndex
CREATE INDEX "WorkingUpdate_articleId_id_idx" ON "WorkingUpdate"("articleId", "id");

-- AddForeignKey
ALTER TABLE "Working" ADD CONSTRAINT "Working_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Working" ADD CONSTRAINT "Working_articleId_baseRevision_fkey" FOREIGN KEY ("articleId", "baseRevision") REFERENCES "Revision"("articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingUpdate" ADD CONSTRAINT "WorkingUpdate_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Working"("articleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingUpdate" ADD CONSTRAINT "WorkingUpdate_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingTouch" ADD CONSTRAINT "WorkingTouch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Working"("articleId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingTouch" ADD CONSTRAINT "WorkingTouch_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand: what must always hold, and what is told to whoever listens ─────────────────────────────────────────

ALTER TABLE "WorkingTouch" ADD CONSTRAINT "WorkingTouch_claim" CHECK ("claim" >= 0);

-- A change was recorded: told on commit, and never before it. Nothing of what was recorded is in it.
CREATE FUNCTION attest_tell_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('attest_recorded', NEW."clockId" || ' ' || NEW."workspaceId" || ' ' || NEW."seq" || ' ' || NEW."kind");
  RETURN NULL;
END $$;
CREATE TRIGGER "AuditEvent_tell" AFTER INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION attest_tell_recorded();

-- Somebody's right to be here may have changed: open connections are asked again.
CREATE FUNCTION attest_tell_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('attest_access', coalesce(to_jsonb(NEW) ->> 'userId', to_jsonb(NEW) ->> 'id'));
  RETURN NULL;
END $$;
CREATE TRIGGER "Member_tell" AFTER INSERT OR UPDATE ON "Member" FOR EACH ROW EXECUTE FUNCTION attest_tell_access();
CREATE TRIGGER "Session_tell" AFTER UPDATE ON "Session" FOR EACH ROW EXECUTE FUNCTION attest_tell_access();
CREATE TRIGGER "User_tell" AFTER UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION attest_tell_access();
