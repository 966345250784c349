-- AlterTable
ALTER TABLE "PolicyVersion" ADD COLUMN     "assessorMayAdjudicate" BOOLEAN;
