-- CreateEnum
CREATE TYPE "OriginKind" AS ENUM ('repeats', 'translates', 'quotes', 'owned_by');

-- CreateEnum
CREATE TYPE "VisitOutcome" AS ENUM ('first', 'same', 'changed', 'gone', 'failed');

-- CreateEnum
CREATE TYPE "QuoteFate" AS ENUM ('says_so', 'reworded', 'gone');

-- CreateEnum
CREATE TYPE "SearchResult" AS ENUM ('nothing', 'partly', 'found');

-- CreateEnum
CREATE TYPE "CaptureState" AS ENUM ('waiting', 'fetching', 'reading', 'keeping', 'done', 'failed');

-- AlterTable
ALTER TABLE "PolicyVersion" ADD COLUMN     "contactRole" "Role";

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "doi" TEXT,
ADD COLUMN     "isbn" TEXT,
ADD COLUMN     "unconfirmed" TEXT[];

-- AlterTable
ALTER TABLE "SourceOrigin" ADD COLUMN     "kind" "OriginKind";

-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "amendsId" UUID,
ADD COLUMN     "anchor" JSONB,
ADD COLUMN     "covers" JSONB,
ADD COLUMN     "quoteId" UUID,
ADD COLUMN     "snapshotId" UUID;

-- CreateTable
CREATE TABLE "SourceRecord" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "csl" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "urlKey" TEXT,
    "doi" TEXT,
    "isbn" TEXT,
    "unconfirmed" TEXT[],
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "SourceRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceContact" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "contact" TEXT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "SourceContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceMerge" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "memberId" UUID,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "SourceMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceApart" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "memberId" UUID,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,

    CONSTRAINT "SourceApart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "url" TEXT,
    "finalUrl" TEXT,
    "redirects" JSONB NOT NULL,
    "status" INTEGER,
    "headers" JSONB NOT NULL,
    "fileName" TEXT,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "language" TEXT,
    "cut" BOOLEAN NOT NULL,
    "problem" TEXT,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "fingerprints" INTEGER[],

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "outcome" "VisitOutcome" NOT NULL,
    "status" INTEGER,
    "words" TEXT NOT NULL,
    "snapshotId" UUID,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArchiveCopy" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "snapshotId" UUID,
    "address" TEXT,
    "problem" TEXT,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,

    CONSTRAINT "ArchiveCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuoteCheck" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "quoteId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "fate" "QuoteFate" NOT NULL,
    "score" SMALLINT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "said" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,

    CONSTRAINT "QuoteCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "url" TEXT,
    "fileName" TEXT,
    "sha256" TEXT,
    "state" "CaptureState" NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "expected" INTEGER,
    "words" TEXT NOT NULL DEFAULT '',
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "searchedOn" TEXT NOT NULL,
    "result" "SearchResult" NOT NULL,
    "note" TEXT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "endedSeq" INTEGER,
    "endReason" TEXT,
    "carriedFromId" UUID,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceRecord_workspaceId_sourceId_idx" ON "SourceRecord"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceRecord_workspaceId_urlKey_idx" ON "SourceRecord"("workspaceId", "urlKey");

-- CreateIndex
CREATE INDEX "SourceRecord_workspaceId_doi_idx" ON "SourceRecord"("workspaceId", "doi");

-- CreateIndex
CREATE INDEX "SourceRecord_workspaceId_isbn_idx" ON "SourceRecord"("workspaceId", "isbn");

-- CreateIndex
CREATE INDEX "SourceContact_workspaceId_sourceId_idx" ON "SourceContact"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceMerge_workspaceId_sourceId_idx" ON "SourceMerge"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceMerge_workspaceId_intoId_idx" ON "SourceMerge"("workspaceId", "intoId");

-- CreateIndex
CREATE INDEX "SourceApart_workspaceId_sourceId_idx" ON "SourceApart"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "SourceApart_workspaceId_otherId_idx" ON "SourceApart"("workspaceId", "otherId");

-- CreateIndex
CREATE INDEX "Snapshot_workspaceId_sourceId_createdSeq_idx" ON "Snapshot"("workspaceId", "sourceId", "createdSeq");

-- CreateIndex
CREATE INDEX "Snapshot_workspaceId_sha256_idx" ON "Snapshot"("workspaceId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_workspaceId_id_key" ON "Snapshot"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Visit_workspaceId_sourceId_createdSeq_idx" ON "Visit"("workspaceId", "sourceId", "createdSeq");

-- CreateIndex
CREATE INDEX "ArchiveCopy_workspaceId_sourceId_idx" ON "ArchiveCopy"("workspaceId", "sourceId");

-- CreateIndex
CREATE INDEX "QuoteCheck_workspaceId_quoteId_createdSeq_idx" ON "QuoteCheck"("workspaceId", "quoteId", "createdSeq");

-- CreateIndex
CREATE INDEX "Capture_workspaceId_sourceId_createdAt_idx" ON "Capture"("workspaceId", "sourceId", "createdAt");

-- CreateIndex
CREATE INDEX "SearchEntry_articleId_claimId_idx" ON "SearchEntry"("articleId", "claimId");

-- CreateIndex
CREATE INDEX "Source_workspaceId_doi_idx" ON "Source"("workspaceId", "doi");

-- CreateIndex
CREATE INDEX "Source_workspaceId_isbn_idx" ON "Source"("workspaceId", "isbn");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_workspaceId_id_key" ON "Citation"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceContact" ADD CONSTRAINT "SourceContact_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceContact" ADD CONSTRAINT "SourceContact_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_workspaceId_intoId_fkey" FOREIGN KEY ("workspaceId", "intoId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_workspaceId_otherId_fkey" FOREIGN KEY ("workspaceId", "otherId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_workspaceId_snapshotId_fkey" FOREIGN KEY ("workspaceId", "snapshotId") REFERENCES "Snapshot"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchiveCopy" ADD CONSTRAINT "ArchiveCopy_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchiveCopy" ADD CONSTRAINT "ArchiveCopy_workspaceId_snapshotId_fkey" FOREIGN KEY ("workspaceId", "snapshotId") REFERENCES "Snapshot"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchiveCopy" ADD CONSTRAINT "ArchiveCopy_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteCheck" ADD CONSTRAINT "QuoteCheck_workspaceId_snapshotId_fkey" FOREIGN KEY ("workspaceId", "snapshotId") REFERENCES "Snapshot"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteCheck" ADD CONSTRAINT "QuoteCheck_workspaceId_quoteId_fkey" FOREIGN KEY ("workspaceId", "quoteId") REFERENCES "Citation"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_workspaceId_snapshotId_fkey" FOREIGN KEY ("workspaceId", "snapshotId") REFERENCES "Snapshot"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_articleId_claimId_fkey" FOREIGN KEY ("articleId", "claimId") REFERENCES "Claim"("articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_claimId_wordingId_fkey" FOREIGN KEY ("claimId", "wordingId") REFERENCES "ClaimRevision"("claimId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─── By hand: what must always hold, and Prisma cannot say ───────────────────────────────────────────────────────

ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "SourceContact" ADD CONSTRAINT "SourceContact_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceContact" ADD CONSTRAINT "SourceContact_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceContact" ADD CONSTRAINT "SourceContact_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_ended_by_event" FOREIGN KEY ("workspaceId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ArchiveCopy" ADD CONSTRAINT "ArchiveCopy_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "QuoteCheck" ADD CONSTRAINT "QuoteCheck_created_by_event" FOREIGN KEY ("workspaceId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_created_by_event" FOREIGN KEY ("articleId", "createdSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_ended_by_event" FOREIGN KEY ("articleId", "endedSeq") REFERENCES "AuditEvent" ("clockId", "seq") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_ends_later" CHECK ("endedSeq" > "createdSeq");
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_ends_with_reason" CHECK (("endReason" IS NULL) = ("endedSeq" IS NULL));
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_of_article" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article" ("workspaceId", "id");
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_has_words" CHECK ("place" ~ '\S' AND "query" ~ '\S' AND "searchedOn" ~ '^\d{4}-\d\d-\d\d$');
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_in_article" UNIQUE ("articleId", "id");
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_carried" FOREIGN KEY ("articleId", "carriedFromId") REFERENCES "SearchEntry" ("articleId", "id");
CREATE INDEX "SearchEntry_current" ON "SearchEntry" ("articleId") WHERE "endedSeq" IS NULL;

-- One record, one contact, one survivor at a time; nothing is merged into, or kept apart from, itself.
CREATE UNIQUE INDEX "SourceRecord_one_current" ON "SourceRecord" ("sourceId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "SourceContact_one_current" ON "SourceContact" ("sourceId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "SourceMerge_one_current" ON "SourceMerge" ("sourceId") WHERE "endedSeq" IS NULL;
CREATE UNIQUE INDEX "SourceApart_one_current" ON "SourceApart" ("sourceId", "otherId") WHERE "endedSeq" IS NULL;
ALTER TABLE "SourceMerge" ADD CONSTRAINT "SourceMerge_not_itself" CHECK ("sourceId" <> "intoId");
ALTER TABLE "SourceApart" ADD CONSTRAINT "SourceApart_in_order" CHECK ("sourceId" < "otherId");
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_has_title" CHECK ("title" ~ '\S');
ALTER TABLE "SourceContact" ADD CONSTRAINT "SourceContact_has_words" CHECK ("contact" ~ '\S');

-- A snapshot names bytes by their hash; a fetched one has an address and an answer, a given one has neither.
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_bytes" CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "bytes" >= 0);
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_fetched_or_given" CHECK (("url" IS NULL) = ("status" IS NULL) AND ("url" IS NULL) = ("finalUrl" IS NULL));
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_of_source" UNIQUE ("sourceId", "id");
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_outcome" CHECK (("snapshotId" IS NOT NULL) = ("outcome" IN ('first', 'same', 'changed')));
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_snapshot_of_source" FOREIGN KEY ("sourceId", "snapshotId") REFERENCES "Snapshot" ("sourceId", "id");
ALTER TABLE "ArchiveCopy" ADD CONSTRAINT "ArchiveCopy_or_problem" CHECK (("address" IS NULL) <> ("problem" IS NULL));
ALTER TABLE "QuoteCheck" ADD CONSTRAINT "QuoteCheck_place" CHECK ("score" BETWEEN 0 AND 1000 AND ("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR ("start" >= 0 AND "end" > "start")) AND ("fate" <> 'says_so' OR "start" IS NOT NULL));
CREATE UNIQUE INDEX "QuoteCheck_one_a_snapshot" ON "QuoteCheck" ("quoteId", "snapshotId", "createdSeq");

-- A quote taken from a snapshot names it with its selectors; only such a quote is looked for again.
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_anchored" CHECK (("anchor" IS NULL) = ("snapshotId" IS NULL) AND ("quoteId" IS NULL OR "quote" <> ''));
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_quote" FOREIGN KEY ("workspaceId", "quoteId") REFERENCES "Citation" ("workspaceId", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_amends" FOREIGN KEY ("claimId", "amendsId") REFERENCES "Citation" ("claimId", "id");

-- Readable text is searched in its first 300,000 characters; beyond them a word is found by opening the snapshot.
ALTER TABLE "Snapshot" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', left("text", 300000))) STORED;
CREATE INDEX "Snapshot_text_search" ON "Snapshot" USING gin ("search");
CREATE INDEX "Snapshot_fingerprints" ON "Snapshot" USING gin ("fingerprints");
CREATE INDEX "Capture_open" ON "Capture" ("workspaceId", "sourceId") WHERE "endedAt" IS NULL;
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_ended" CHECK (("endedAt" IS NOT NULL) = ("state" IN ('done', 'failed')));
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_asks_for" CHECK (("url" IS NULL) = ("sha256" IS NOT NULL));

CREATE TRIGGER "SourceRecord_keep" BEFORE UPDATE OR DELETE ON "SourceRecord" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "SourceRecord_keep_all" BEFORE TRUNCATE ON "SourceRecord" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "SourceContact_keep" BEFORE UPDATE OR DELETE ON "SourceContact" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "SourceContact_keep_all" BEFORE TRUNCATE ON "SourceContact" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "SourceMerge_keep" BEFORE UPDATE OR DELETE ON "SourceMerge" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "SourceMerge_keep_all" BEFORE TRUNCATE ON "SourceMerge" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "SourceApart_keep" BEFORE UPDATE OR DELETE ON "SourceApart" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq');
CREATE TRIGGER "SourceApart_keep_all" BEFORE TRUNCATE ON "SourceApart" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Snapshot_keep" BEFORE UPDATE OR DELETE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('fingerprints', 'search');
CREATE TRIGGER "Snapshot_keep_all" BEFORE TRUNCATE ON "Snapshot" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Visit_keep" BEFORE UPDATE OR DELETE ON "Visit" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "Visit_keep_all" BEFORE TRUNCATE ON "Visit" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ArchiveCopy_keep" BEFORE UPDATE OR DELETE ON "ArchiveCopy" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "ArchiveCopy_keep_all" BEFORE TRUNCATE ON "ArchiveCopy" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "QuoteCheck_keep" BEFORE UPDATE OR DELETE ON "QuoteCheck" FOR EACH ROW EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "QuoteCheck_keep_all" BEFORE TRUNCATE ON "QuoteCheck" EXECUTE FUNCTION attest_keep_record();
CREATE TRIGGER "SearchEntry_keep" BEFORE UPDATE OR DELETE ON "SearchEntry" FOR EACH ROW EXECUTE FUNCTION attest_keep_record('endedSeq', 'endReason');
CREATE TRIGGER "SearchEntry_keep_all" BEFORE TRUNCATE ON "SearchEntry" EXECUTE FUNCTION attest_keep_record();
