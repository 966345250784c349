-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "commandDigest" TEXT;
