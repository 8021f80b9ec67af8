-- When people could join a project, and who came first then.

-- CreateTable
CREATE TABLE "RecruitmentCall" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,

    CONSTRAINT "RecruitmentCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriorityCriterion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "callId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "PriorityCriterion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecruitmentCall_projectId_position_key" ON "RecruitmentCall"("projectId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PriorityCriterion_callId_position_key" ON "PriorityCriterion"("callId", "position");

-- AddForeignKey
ALTER TABLE "RecruitmentCall" ADD CONSTRAINT "RecruitmentCall_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityCriterion" ADD CONSTRAINT "PriorityCriterion_callId_fkey" FOREIGN KEY ("callId") REFERENCES "RecruitmentCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RecruitmentCall" ADD CONSTRAINT "RecruitmentCall_name_text" CHECK (is_text(name));
ALTER TABLE "RecruitmentCall" ADD CONSTRAINT "RecruitmentCall_days_in_order" CHECK ("endsOn" >= "startsOn");
ALTER TABLE "PriorityCriterion" ADD CONSTRAINT "PriorityCriterion_text_text" CHECK (is_text(text));
