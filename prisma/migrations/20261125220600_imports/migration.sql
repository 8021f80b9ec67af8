-- Imports: where sessions of a plan from elsewhere come from, so that importing again updates and never doubles.
-- CreateTable
CREATE TABLE "ImportSource" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "url" TEXT,
    "programId" UUID NOT NULL,
    "clubId" UUID,
    "kind" "ActivityKind" NOT NULL,
    "names" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accountId" UUID,
    "lastRunAt" TIMESTAMPTZ(3),
    "lastBatchId" UUID,

    CONSTRAINT "ImportSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedItem" (
    "sourceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "ImportedItem_pkey" PRIMARY KEY ("sourceId","key")
);

-- CreateTable
CREATE TABLE "ImportReading" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportReading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportSource_programId_idx" ON "ImportSource"("programId");

-- CreateIndex
CREATE INDEX "ImportSource_clubId_idx" ON "ImportSource"("clubId");

-- CreateIndex
CREATE INDEX "ImportSource_accountId_idx" ON "ImportSource"("accountId");

-- CreateIndex
CREATE INDEX "ImportSource_lastBatchId_idx" ON "ImportSource"("lastBatchId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportedItem_sessionId_key" ON "ImportedItem"("sessionId");

-- CreateIndex
CREATE INDEX "ImportReading_accountId_idx" ON "ImportReading"("accountId");

-- CreateIndex
CREATE INDEX "ImportReading_at_idx" ON "ImportReading"("at");

-- AddForeignKey
ALTER TABLE "ImportSource" ADD CONSTRAINT "ImportSource_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportSource" ADD CONSTRAINT "ImportSource_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportSource" ADD CONSTRAINT "ImportSource_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportSource" ADD CONSTRAINT "ImportSource_lastBatchId_fkey" FOREIGN KEY ("lastBatchId") REFERENCES "EditBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedItem" ADD CONSTRAINT "ImportedItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "ImportSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedItem" ADD CONSTRAINT "ImportedItem_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportReading" ADD CONSTRAINT "ImportReading_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Names that people chose for a source stay there; what a row became is in the log of its session.
SELECT audited('ImportSource', '{programId,clubId}', '{names}');
