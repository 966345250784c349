-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'checker', 'editor', 'owner');

-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('imported', 'recorded', 'accepted', 'restored');

-- CreateEnum
CREATE TYPE "WordingState" AS ENUM ('proposed', 'accepted', 'rejected', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('supported', 'refuted', 'not_enough_evidence', 'conflicting_evidence');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('low', 'moderate', 'high');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "Reliability" AS ENUM ('A', 'B', 'C', 'D', 'E', 'F');

-- CreateEnum
CREATE TYPE "AncestryKind" AS ENUM ('split', 'merged', 'moved');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clock" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "clockId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "deskSeq" INTEGER NOT NULL,
    "payload" JSONB,
    "salt" TEXT,
    "payloadHash" TEXT NOT NULL,
    "previousSeq" INTEGER,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "commandId" UUID,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("clockId","seq")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID,
    "number" INTEGER NOT NULL,
    "memberId" UUID,
    "minOrigins" INTEGER NOT NULL,
    "minOriginsHumanToll" INTEGER NOT NULL,
    "minAssessors" INTEGER NOT NULL,
    "minAssessorsHumanToll" INTEGER NOT NULL,
    "authorMayAssess" BOOLEAN NOT NULL,
    "blindAssessments" BOOLEAN NOT NULL,
    "reviewerMustDiffer" BOOLEAN NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "licence" TEXT,
    "attribution" TEXT,
    "originUrl" TEXT,
    "nextClaimNumber" INTEGER NOT NULL DEFAULT 1,
    "headNumber" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Layout" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "Layout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "memberId" UUID,
    "kind" "RevisionKind" NOT NULL,
    "summary" TEXT NOT NULL,
    "layoutId" UUID NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimAncestry" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "ancestorId" UUID NOT NULL,
    "kind" "AncestryKind" NOT NULL,
    "createdSeq" INTEGER NOT NULL,

    CONSTRAINT "ClaimAncestry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimRevision" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" "WordingState" NOT NULL,
    "authorId" UUID,
    "reason" TEXT NOT NULL,
    "baseId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "reviewerId" UUID,
    "reviewReason" TEXT,
    "acceptedSeq" INTEGER,
    "endedSeq" INTEGER,
    "substance" INTEGER,
    "revisionId" UUID,

    CONSTRAINT "ClaimRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checkability" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "checkable" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "memberId" UUID,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "Checkability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "csl" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "urlKey" TEXT,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceGrade" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "reliability" "Reliability" NOT NULL,
    "reason" TEXT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "SourceGrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceOrigin" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "originId" UUID NOT NULL,
    "memberId" UUID,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "SourceOrigin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "substance" INTEGER NOT NULL,
    "sourceId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "quote" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "credibility" SMALLINT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "endReason" TEXT,
    "reaffirmsId" UUID,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "substance" INTEGER NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "rationale" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "endReason" TEXT,
    "reaffirmsId" UUID,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adjudication" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "substance" INTEGER NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "reason" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "endReason" TEXT,

    CONSTRAINT "Adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "memberId" UUID,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "endReason" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdSeq" INTEGER NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Clock_workspaceId_id_key" ON "Clock"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_clockId_seq_hash_key" ON "AuditEvent"("clockId", "seq", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_clockId_commandId_key" ON "AuditEvent"("clockId", "commandId");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_id_key" ON "Member"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "PolicyVersion_workspaceId_idx" ON "PolicyVersion"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_workspaceId_id_key" ON "Article"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_workspaceId_slug_key" ON "Article"("workspaceId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Layout_articleId_id_key" ON "Layout"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_id_key" ON "Revision"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_number_key" ON "Revision"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_createdSeq_key" ON "Revision"("articleId", "createdSeq");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_id_key" ON "Claim"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_number_key" ON "Claim"("articleId", "number");

-- CreateIndex
CREATE INDEX "ClaimAncestry_articleId_claimId_idx" ON "ClaimAncestry"("articleId", "claimId");

-- CreateIndex
CREATE INDEX "ClaimAncestry_articleId_ancestorId_idx" ON "ClaimAncestry"("articleId", "ancestorId");

-- CreateIndex
CREATE INDEX "ClaimRevision_articleId_state_idx" ON "ClaimRevision"("articleId", "state");

-- CreateIndex
CREATE INDEX "ClaimRevision_articleId_acceptedSeq_idx" ON "ClaimRevision"("articleId", "acceptedSeq");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimRevision_claimId_id_key" ON "ClaimRevision"("claimId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimRevision_claimId_number_key" ON "ClaimRevision"("claimId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimRevision_claimId_id_substance_key" ON "ClaimRevision"("claimId", "id", "substance");

-- CreateIndex
CREATE INDEX "Checkability_articleId_idx" ON "Checkability"("articleId");

-- CreateIndex
CREATE INDEX "Source_workspaceId_urlKey_idx" ON "Source"("workspaceId", "urlKey");

-- CreateIndex
CREATE UNIQUE INDEX "Source_workspaceId_id_key" ON "Source"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "SourceGrade_workspaceId_sourceId_idx" ON "SourceGrade"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceOrigin_workspaceId_sourceId_idx" ON "SourceOrigin"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceOrigin_workspaceId_originId_idx" ON "SourceOrigin"("workspaceId", "originId");

-- CreateIndex
CREATE INDEX "Citation_articleId_claimId_idx" ON "Citation"("articleId", "claimId");

-- CreateIndex
CREATE INDEX "Citation_workspaceId_sourceId_idx" ON "Citation"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "Assessment_articleId_claimId_idx" ON "Assessment"("articleId", "claimId");

-- CreateIndex
CREATE INDEX "Adjudication_articleId_claimId_idx" ON "Adjudication"("articleId", "claimId");

-- CreateIndex
CREATE INDEX "Thread_articleId_claimId_idx" ON "Thread"("articleId", "claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_articleId_id_key" ON "Thread"("articleId", "id");

-- CreateIndex
CREATE INDEX "Resolution_articleId_threadId_idx" ON "Resolution"("articleId", "threadId");

-- CreateIndex
CREATE INDEX "Comment_articleId_threadId_idx" ON "Comment"("articleId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_articleId_id_key" ON "Comment"("articleId", "id");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_memberId_idx" ON "Mention"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Mention_articleId_commentId_idx" ON "Mention"("articleId", "commentId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_workspaceId_clockId_fkey" FOREIGN KEY ("workspaceId", "clockId") REFERENCES "Clock"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_id_fkey" FOREIGN KEY ("workspaceId", "id") REFERENCES "Clock"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Layout" ADD CONSTRAINT "Layout_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_layoutId_fkey" FOREIGN KEY ("articleId", "layoutId") REFERENCES "Layout"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimAncestry" ADD CONSTRAINT "ClaimAncestry_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimAncestry" ADD CONSTRAINT "ClaimAncestry_articleId_ancestorId_fkey" FOREIGN KEY ("articleId", "ancestorId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_workspaceId_reviewerId_fkey" FOREIGN KEY ("workspaceId", "reviewerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_articleId_revisionId_fkey" FOREIGN KEY ("articleId", "revisionId") REFERENCES "Revision"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_claimId_baseId_fkey" FOREIGN KEY ("claimId", "baseId") REFERENCES "ClaimRevision"("claimId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkability" ADD CONSTRAINT "Checkability_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkability" ADD CONSTRAINT "Checkability_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_workspaceId_originId_fkey" FOREIGN KEY ("workspaceId", "originId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_claimId_wordingId_substance_fkey" FOREIGN KEY ("claimId", "wordingId", "substance") REFERENCES "ClaimRevision"("claimId", "id", "substance") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_claimId_wordingId_substance_fkey" FOREIGN KEY ("claimId", "wordingId", "substance") REFERENCES "ClaimRevision"("claimId", "id", "substance") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_claimId_wordingId_substance_fkey" FOREIGN KEY ("claimId", "wordingId", "substance") REFERENCES "ClaimRevision"("claimId", "id", "substance") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_claimId_wordingId_fkey" FOREIGN KEY ("claimId", "wordingId") REFERENCES "ClaimRevision"("claimId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_articleId_threadId_fkey" FOREIGN KEY ("articleId", "threadId") REFERENCES "Thread"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_articleId_threadId_fkey" FOREIGN KEY ("articleId", "threadId") REFERENCES "Thread"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_articleId_commentId_fkey" FOREIGN KEY ("articleId", "commentId") REFERENCES "Comment"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────

-- Every recorded row stands on the audit event of the change that made it, and of the one that ended it.
ALTER TABLE "Layout" ADD CONSTRAINT "Layout_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "ClaimAncestry" ADD CONSTRAINT "ClaimAncestry_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Checkability" ADD CONSTRAINT "Checkability_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Checkability" ADD CONSTRAINT "Checkability_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Checkability" ADD CONSTRAINT "Checkability_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Member" ADD CONSTRAINT "Member_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Member" ADD CONSTRAINT "Member_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Member" ADD CONSTRAINT "Member_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Source" ADD CONSTRAINT "Source_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Source" ADD CONSTRAINT "Source_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Source" ADD CONSTRAINT "Source_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_ends_later" CHECK ("endedSeq" > "createdSeq");

ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_accepted_by_event" FOREIGN KEY ("articleId", "acceptedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;

-- The chain: an event needs the one before it, by number and by hash; the clock stands on the newest one.
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_in_order" CHECK ("seq" >= 1 AND ("seq" = 1) = ("previousSeq" IS NULL) AND ("previousSeq" IS NULL OR "previousSeq" = "seq" - 1));
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_genesis" CHECK ("previousSeq" IS NOT NULL OR "previousHash" = repeat('0', 64));
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_continues" FOREIGN KEY ("clockId", "previousSeq", "previousHash") REFERENCES "AuditEvent" ("clockId", "seq", "hash");
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_hashes" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "payloadHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_redacted_whole" CHECK (("payload" IS NULL) = ("salt" IS NULL));
ALTER TABLE "Clock" ADD COLUMN "newestSeq" INTEGER GENERATED ALWAYS AS (NULLIF("seq", 0)) STORED;
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_stands_on_event" FOREIGN KEY ("id", "newestSeq", "hash") REFERENCES "AuditEvent" ("clockId", "seq", "hash") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_starts_empty" CHECK ("seq" >= 0 AND ("seq" > 0 OR "hash" = repeat('0', 64)));

-- A row's desk is its article's: with it, no row can take its source or its member from another desk.
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Checkability" ADD CONSTRAINT "Checkability_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");

-- Numbers and names.
ALTER TABLE "Article" ADD CONSTRAINT "Article_names" CHECK ("title" <> '' AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND "headNumber" >= 0 AND "nextClaimNumber" >= 1);
ALTER TABLE "Article" ADD CONSTRAINT "Article_head" FOREIGN KEY ("id", "headNumber") REFERENCES "Revision" ("articleId", "number") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_number" CHECK ("number" >= 1);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_number" CHECK ("number" >= 1);
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_number" CHECK ("number" >= 1 AND "substance" >= 1);
ALTER TABLE "User" ADD CONSTRAINT "User_email_normal" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
CREATE UNIQUE INDEX "Member_one_current" ON "Member" ("workspaceId", "userId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "PolicyVersion_one_current" ON "PolicyVersion" ("workspaceId", coalesce("articleId", "workspaceId")) WHERE "endedSeq" IS NULL;

-- Wordings.
CREATE UNIQUE INDEX "ClaimRevision_one_accepted_head" ON "ClaimRevision" ("claimId") WHERE "state" = 'accepted';
CREATE INDEX "ClaimRevision_waiting" ON "ClaimRevision" ("articleId") WHERE "state" = 'proposed';
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_has_words" CHECK ("text" ~ '\S');
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_accepted_later" CHECK ("acceptedSeq" >= "createdSeq" AND ("endedSeq" IS NULL OR "acceptedSeq" IS NULL OR "endedSeq" > "acceptedSeq"));
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_state" CHECK (CASE "state"
  WHEN 'proposed'   THEN "acceptedSeq" IS NULL AND "endedSeq" IS NULL AND "revisionId" IS NULL AND "substance" IS NULL AND "reviewerId" IS NULL AND "reviewReason" IS NULL AND "baseId" IS NOT NULL
  WHEN 'accepted'   THEN "acceptedSeq" IS NOT NULL AND "endedSeq" IS NULL AND "revisionId" IS NOT NULL AND "substance" IS NOT NULL
  WHEN 'superseded' THEN "acceptedSeq" IS NOT NULL AND "endedSeq" IS NOT NULL AND "revisionId" IS NOT NULL AND "substance" IS NOT NULL
  WHEN 'rejected'   THEN "acceptedSeq" IS NULL AND "endedSeq" IS NOT NULL AND "revisionId" IS NULL AND "substance" IS NULL AND "reviewerId" IS NOT NULL AND coalesce("reviewReason", '') ~ '\S'
  WHEN 'withdrawn'  THEN "acceptedSeq" IS NULL AND "endedSeq" IS NOT NULL AND "revisionId" IS NULL AND "substance" IS NULL AND "reviewerId" IS NULL
END);

-- Annotations: one current answer a member, one adjudication, one mark, one grade; the scales.
CREATE UNIQUE INDEX "Assessment_one_current" ON "Assessment" ("claimId", "memberId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "Adjudication_one_current" ON "Adjudication" ("claimId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "Checkability_one_current" ON "Checkability" ("claimId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "Resolution_one_current" ON "Resolution" ("threadId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "SourceGrade_one_current" ON "SourceGrade" ("sourceId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "SourceOrigin_one_current" ON "SourceOrigin" ("sourceId", "originId") WHERE "endedSeq" IS NULL;
CREATE INDEX "Citation_current" ON "Citation" ("articleId") WHERE "endedSeq" IS NULL;
CREATE INDEX "Assessment_current" ON "Assessment" ("articleId") WHERE "endedSeq" IS NULL;
ALTER TABLE "SourceOrigin" ADD CONSTRAINT "SourceOrigin_not_itself" CHECK ("sourceId" <> "originId");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_credibility" CHECK ("credibility" BETWEEN 1 AND 6);
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_has_rationale" CHECK ("rationale" ~ '\S');
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_has_reason" CHECK ("reason" ~ '\S');
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_has_words" CHECK ("body" ~ '\S');
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_of_claim" UNIQUE ("claimId", "id");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_reaffirms" FOREIGN KEY ("claimId", "reaffirmsId") REFERENCES "Citation" ("claimId", "id");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_of_claim" UNIQUE ("claimId", "id");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_reaffirms" FOREIGN KEY ("claimId", "reaffirmsId") REFERENCES "Assessment" ("claimId", "id");
ALTER TABLE "Source" ADD CONSTRAINT "Source_has_title" CHECK ("title" ~ '\S');

-- Nothing recorded is overwritten: a row's content never changes, an ended row not at all, and no row is deleted.
CREATE FUNCTION attest_keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := coalesce(TG_ARGV, '{}');
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION '% is a record: nothing in it is deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(NEW) - may_change) IS DISTINCT FROM (to_jsonb(OLD) - may_change) THEN
    RAISE EXCEPTION '% is a record: its content is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(OLD) ->> 'endedSeq') IS NOT NULL AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
    RAISE EXCEPTION '% is a record: what has ended stays as it ended', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION attest_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."payload" IS NULL AND NEW."salt" IS NULL
     AND (to_jsonb(NEW) - ARRAY['payload', 'salt']) = (to_jsonb(OLD) - ARRAY['payload', 'salt']) THEN
    RETURN NEW; -- a redaction
  END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION attest_clock_runs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."id" = OLD."id" AND NEW."workspaceId" = OLD."workspaceId" AND NEW."seq" = OLD."seq" + 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a clock goes on one by one' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION attest_keep_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."acceptedSeq" IS NOT NULL
     AND (to_jsonb(NEW) - ARRAY['state', 'endedSeq']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'endedSeq']) THEN
    RAISE EXCEPTION 'an accepted wording stays as it was accepted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION attest_event_moves_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Clock" WHERE "id" = NEW."clockId" AND "seq" < NEW."seq") THEN
    RAISE EXCEPTION 'an event moves its clock' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "AuditEvent_keep" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION attest_keep_event();
CREATE CONSTRAINT TRIGGER "AuditEvent_moves_clock" AFTER INSERT ON "AuditEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION attest_event_moves_clock();
CREATE TRIGGER "AuditEvent_keep_all" BEFORE TRUNCATE ON "AuditEvent" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Clock_runs" BEFORE UPDATE OR DELETE ON "Clock" FOR EACH ROW EXECUTE FUNCTION attest_clock_runs();
CREATE TRIGGER "Clock_keep_all" BEFORE TRUNCATE ON "Clock" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Article_keep" BEFORE UPDATE OR DELETE ON "Article" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('nextClaimNumber', 'headNumber');
CREATE TRIGGER "Article_keep_all" BEFORE TRUNCATE ON "Article" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Layout_keep" BEFORE UPDATE OR DELETE ON "Layout" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Layout_keep_all" BEFORE TRUNCATE ON "Layout" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Revision_keep" BEFORE UPDATE OR DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Revision_keep_all" BEFORE TRUNCATE ON "Revision" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Claim_keep" BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "Claim_keep_all" BEFORE TRUNCATE ON "Claim" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ClaimAncestry_keep" BEFORE UPDATE OR DELETE ON "ClaimAncestry" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ClaimAncestry_keep_all" BEFORE TRUNCATE ON "ClaimAncestry" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ClaimRevision_keep" BEFORE UPDATE OR DELETE ON "ClaimRevision" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('state', 'reviewerId', 'reviewReason', 'acceptedSeq', 'endedSeq', 'substance', 'revisionId');
CREATE TRIGGER "ClaimRevision_keep_acceptance" BEFORE UPDATE ON "ClaimRevision" FOR EACH ROW EXECUTE FUNCTION attest_keep_acceptance();
CREATE TRIGGER "ClaimRevision_keep_all" BEFORE TRUNCATE ON "ClaimRevision" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Checkability_keep" BEFORE UPDATE OR DELETE ON "Checkability" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "Checkability_keep_all" BEFORE TRUNCATE ON "Checkability" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Citation_keep" BEFORE UPDATE OR DELETE ON "Citation" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "Citation_keep_all" BEFORE TRUNCATE ON "Citation" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Assessment_keep" BEFORE UPDATE OR DELETE ON "Assessment" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "Assessment_keep_all" BEFORE TRUNCATE ON "Assessment" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Adjudication_keep" BEFORE UPDATE OR DELETE ON "Adjudication" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "Adjudication_keep_all" BEFORE TRUNCATE ON "Adjudication" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Thread_keep" BEFORE UPDATE OR DELETE ON "Thread" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Thread_keep_all" BEFORE TRUNCATE ON "Thread" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Resolution_keep" BEFORE UPDATE OR DELETE ON "Resolution" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "Resolution_keep_all" BEFORE TRUNCATE ON "Resolution" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Comment_keep" BEFORE UPDATE OR DELETE ON "Comment" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "Comment_keep_all" BEFORE TRUNCATE ON "Comment" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Mention_keep" BEFORE UPDATE OR DELETE ON "Mention" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Mention_keep_all" BEFORE TRUNCATE ON "Mention" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Member_keep" BEFORE UPDATE OR DELETE ON "Member" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('role', 'endedSeq');
CREATE TRIGGER "Member_keep_all" BEFORE TRUNCATE ON "Member" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "PolicyVersion_keep" BEFORE UPDATE OR DELETE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "PolicyVersion_keep_all" BEFORE TRUNCATE ON "PolicyVersion" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Source_keep" BEFORE UPDATE OR DELETE ON "Source" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "Source_keep_all" BEFORE TRUNCATE ON "Source" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "SourceGrade_keep" BEFORE UPDATE OR DELETE ON "SourceGrade" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "SourceGrade_keep_all" BEFORE TRUNCATE ON "SourceGrade" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "SourceOrigin_keep" BEFORE UPDATE OR DELETE ON "SourceOrigin" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "SourceOrigin_keep_all" BEFORE TRUNCATE ON "SourceOrigin" EXECUTE FUNCTION attest_keep_record();
