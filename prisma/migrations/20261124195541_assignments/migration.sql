-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "assigneeId" UUID NOT NULL,
    "memberId" UUID,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "endReason" TEXT,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Assignment_articleId_claimId_idx" ON "Assignment"("articleId", "claimId");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_workspaceId_assigneeId_fkey" FOREIGN KEY ("workspaceId", "assigneeId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────

ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
CREATE UNIQUE INDEX "Assignment_one_current" ON "Assignment" ("claimId", "assigneeId") WHERE "endedSeq" IS NULL;
CREATE INDEX "Assignment_current" ON "Assignment" ("articleId") WHERE "endedSeq" IS NULL;
CREATE INDEX "Assignment_current_of_member" ON "Assignment" ("workspaceId", "assigneeId") WHERE "endedSeq" IS NULL;

CREATE TRIGGER "Assignment_keep" BEFORE UPDATE OR DELETE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "Assignment_keep_all" BEFORE TRUNCATE ON "Assignment" EXECUTE FUNCTION attest_keep_record();

ALTER TABLE "Notification" DROP CONSTRAINT "Notification_answer";
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_answer" CHECK ("answer" IN ('accepted', 'rejected', 'assigned'));
