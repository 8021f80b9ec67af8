-- Cities are edited and archived like everything else.
-- AlterTable
ALTER TABLE "Municipality" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

