-- Sources date some things without a day.

-- AlterTable
ALTER TABLE "ProjectEvent" ADD COLUMN     "whenText" JSONB;

ALTER TABLE "ProjectEvent" ADD CONSTRAINT "ProjectEvent_whenText_text" CHECK (is_text("whenText"));
