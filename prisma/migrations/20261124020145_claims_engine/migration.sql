-- CreateEnum
CREATE TYPE "StructureKind" AS ENUM ('split', 'merged', 'moved', 'retired', 'new');

-- CreateEnum
CREATE TYPE "StructureState" AS ENUM ('proposed', 'accepted', 'rejected', 'withdrawn');

-- AlterEnum
ALTER TYPE "RevisionKind" ADD VALUE 'upstream';

-- AlterEnum
ALTER TYPE "WordingState" ADD VALUE 'inherited';

-- AlterTable
ALTER TABLE "ClaimRevision" ADD COLUMN     "draftId" UUID;

-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "carriedFromId" UUID;

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "carriedFromId" UUID;

-- AlterTable
ALTER TABLE "Adjudication" ADD COLUMN     "carriedFromId" UUID;

-- CreateTable
CREATE TABLE "ThreadMove" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "ThreadMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upstream" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "Upstream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StructureProposal" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "kind" "StructureKind" NOT NULL,
    "state" "StructureState" NOT NULL,
    "content" JSONB NOT NULL,
    "authorId" UUID,
    "reason" TEXT NOT NULL,
    "draftId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "reviewerId" UUID,
    "reviewReason" TEXT,
    "revisionId" UUID,

    CONSTRAINT "StructureProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "claim" INTEGER,
    "answer" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ThreadMove_articleId_threadId_idx" ON "ThreadMove"("articleId", "threadId");

-- CreateIndex
CREATE INDEX "ThreadMove_articleId_claimId_idx" ON "ThreadMove"("articleId", "claimId");

-- CreateIndex
CREATE INDEX "Upstream_articleId_idx" ON "Upstream"("articleId");

-- CreateIndex
CREATE INDEX "StructureProposal_articleId_state_idx" ON "StructureProposal"("articleId", "state");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_memberId_createdAt_idx" ON "Notification"("workspaceId", "memberId", "createdAt");

-- AddForeignKey
ALTER TABLE "ThreadMove" ADD CONSTRAINT "ThreadMove_articleId_threadId_fkey" FOREIGN KEY ("articleId", "threadId") REFERENCES "Thread"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadMove" ADD CONSTRAINT "ThreadMove_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upstream" ADD CONSTRAINT "Upstream_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_workspaceId_reviewerId_fkey" FOREIGN KEY ("workspaceId", "reviewerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_articleId_revisionId_fkey" FOREIGN KEY ("articleId", "revisionId") REFERENCES "Revision"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────

ALTER TABLE "ThreadMove" ADD CONSTRAINT "ThreadMove_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ThreadMove" ADD CONSTRAINT "ThreadMove_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ThreadMove" ADD CONSTRAINT "ThreadMove_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "ThreadMove" ADD CONSTRAINT "ThreadMove_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Upstream" ADD CONSTRAINT "Upstream_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Upstream" ADD CONSTRAINT "Upstream_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Upstream" ADD CONSTRAINT "Upstream_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "StructureProposal" ADD CONSTRAINT "StructureProposal_state" CHECK (CASE "state"
  WHEN 'proposed'  THEN "endedSeq" IS NULL AND "reviewerId" IS NULL AND "reviewReason" IS NULL AND "revisionId" IS NULL
  WHEN 'accepted'  THEN "endedSeq" IS NOT NULL AND "revisionId" IS NOT NULL
  WHEN 'rejected'  THEN "endedSeq" IS NOT NULL AND "revisionId" IS NULL AND "reviewerId" IS NOT NULL AND coalesce("reviewReason", '') ~ '\S'
  WHEN 'withdrawn' THEN "endedSeq" IS NOT NULL AND "revisionId" IS NULL AND "reviewerId" IS NULL
END);
CREATE INDEX "StructureProposal_waiting" ON "StructureProposal" ("workspaceId", "articleId") WHERE "state" = 'proposed';
CREATE INDEX "ClaimRevision_waiting_at_desk" ON "ClaimRevision" ("workspaceId") WHERE "state" = 'proposed';
CREATE INDEX "ClaimRevision_draft" ON "ClaimRevision" ("draftId") WHERE "draftId" IS NOT NULL;
CREATE UNIQUE INDEX "ThreadMove_one_current" ON "ThreadMove" ("threadId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "Upstream_one_current" ON "Upstream" ("articleId") WHERE "endedSeq" IS NULL;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_answer" CHECK ("answer" IN ('accepted', 'rejected'));

-- Checks that came with an ancestor's words name the check they are a copy of; one a member of their own, any number carried.
DROP INDEX "Assessment_one_current";
DROP INDEX "Adjudication_one_current";
CREATE UNIQUE INDEX "Assessment_one_current" ON "Assessment" ("claimId", "memberId") WHERE "endedSeq" IS NULL AND "carriedFromId" IS NULL;
CREATE UNIQUE INDEX "Adjudication_one_current" ON "Adjudication" ("claimId") WHERE "endedSeq" IS NULL AND "carriedFromId" IS NULL;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_of_its_article" UNIQUE ("articleId", "id");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_carried" FOREIGN KEY ("articleId", "carriedFromId") REFERENCES "Citation" ("articleId", "id");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_of_its_article" UNIQUE ("articleId", "id");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_carried" FOREIGN KEY ("articleId", "carriedFromId") REFERENCES "Assessment" ("articleId", "id");
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_of_its_article" UNIQUE ("articleId", "id");
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_carried" FOREIGN KEY ("articleId", "carriedFromId") REFERENCES "Adjudication" ("articleId", "id");

-- An ancestor's wording is never the head. (Spelled as text: a new value of an enum is not known to its own migration.)
ALTER TABLE "ClaimRevision" DROP CONSTRAINT "ClaimRevision_state";
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_state" CHECK (CASE "state"::text
  WHEN 'proposed'   THEN "acceptedSeq" IS NULL AND "endedSeq" IS NULL AND "revisionId" IS NULL AND "substance" IS NULL AND "reviewerId" IS NULL AND "reviewReason" IS NULL AND "baseId" IS NOT NULL
  WHEN 'accepted'   THEN "acceptedSeq" IS NOT NULL AND "endedSeq" IS NULL AND "revisionId" IS NOT NULL AND "substance" IS NOT NULL
  WHEN 'superseded' THEN "acceptedSeq" IS NOT NULL AND "endedSeq" IS NOT NULL AND "revisionId" IS NOT NULL AND "substance" IS NOT NULL
  WHEN 'rejected'   THEN "acceptedSeq" IS NULL AND "endedSeq" IS NOT NULL AND "revisionId" IS NULL AND "substance" IS NULL AND "reviewerId" IS NOT NULL AND coalesce("reviewReason", '') ~ '\S'
  WHEN 'withdrawn'  THEN "acceptedSeq" IS NULL AND "endedSeq" IS NOT NULL AND "revisionId" IS NULL AND "substance" IS NULL AND "reviewerId" IS NULL
  WHEN 'inherited'  THEN "acceptedSeq" IS NULL AND "endedSeq" IS NULL AND "revisionId" IS NULL AND "substance" IS NOT NULL AND "reviewerId" IS NULL AND "reviewReason" IS NULL AND "baseId" IS NULL
  ELSE false
END);
CREATE FUNCTION attest_keep_inheritance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state"::text = 'inherited' AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
    RAISE EXCEPTION 'an inherited wording stays as it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ClaimRevision_keep_inheritance" BEFORE UPDATE ON "ClaimRevision" FOR EACH ROW EXECUTE FUNCTION attest_keep_inheritance();

CREATE TRIGGER "ThreadMove_keep" BEFORE UPDATE OR DELETE ON "ThreadMove" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "ThreadMove_keep_all" BEFORE TRUNCATE ON "ThreadMove" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Upstream_keep" BEFORE UPDATE OR DELETE ON "Upstream" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "Upstream_keep_all" BEFORE TRUNCATE ON "Upstream" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "StructureProposal_keep" BEFORE UPDATE OR DELETE ON "StructureProposal" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('state', 'endedSeq', 'reviewerId', 'reviewReason', 'revisionId');
CREATE TRIGGER "StructureProposal_keep_all" BEFORE TRUNCATE ON "StructureProposal" EXECUTE FUNCTION attest_keep_record();
