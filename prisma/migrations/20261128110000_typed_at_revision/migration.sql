-- AlterTable
ALTER TABLE "WorkingTouch" ADD COLUMN     "revision" INTEGER;
