-- One act of planning, with what every touched row held before and after: what undo reads.
CREATE TABLE "Edit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seriesId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" JSONB NOT NULL,
    "undoneBy" UUID,

    CONSTRAINT "Edit_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Edit_seriesId_at_idx" ON "Edit"("seriesId", "at");

ALTER TABLE "Edit" ADD CONSTRAINT "Edit_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;
