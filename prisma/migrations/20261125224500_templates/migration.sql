-- Activities to begin others with.
CREATE TABLE "Template" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "organisationId" UUID,
    "programId" UUID,
    "fields" JSONB NOT NULL,
    "schedule" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Template_organisationId_idx" ON "Template"("organisationId");
CREATE INDEX "Template_programId_idx" ON "Template"("programId");

ALTER TABLE "Template" ADD CONSTRAINT "Template_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Template" ADD CONSTRAINT "Template_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Template" ADD CONSTRAINT "Template_one_owner" CHECK (num_nonnulls("organisationId", "programId") = 1);

SELECT audited('Template', '{organisationId,programId}');
