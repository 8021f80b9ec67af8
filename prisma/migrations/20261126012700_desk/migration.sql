-- Who is on the line, and who is to be called back.
-- CreateEnum
CREATE TYPE "CallerProof" AS ENUM ('CODE', 'CALL_BACK');

-- CreateTable
CREATE TABLE "CallerCheck" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "signUpId" UUID,
    "proof" "CallerProof" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallerCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Callback" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,

    CONSTRAINT "Callback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CallerCheck_accountId_at_idx" ON "CallerCheck"("accountId", "at");

-- CreateIndex
CREATE INDEX "CallerCheck_personId_idx" ON "CallerCheck"("personId");

-- CreateIndex
CREATE INDEX "CallerCheck_signUpId_idx" ON "CallerCheck"("signUpId");

-- CreateIndex
CREATE INDEX "Callback_programId_doneAt_createdAt_idx" ON "Callback"("programId", "doneAt", "createdAt");

-- CreateIndex
CREATE INDEX "Callback_createdById_idx" ON "Callback"("createdById");

-- CreateIndex
CREATE INDEX "Callback_doneById_idx" ON "Callback"("doneById");

-- AddForeignKey
ALTER TABLE "CallerCheck" ADD CONSTRAINT "CallerCheck_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallerCheck" ADD CONSTRAINT "CallerCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallerCheck" ADD CONSTRAINT "CallerCheck_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CallerCheck" ADD CONSTRAINT "CallerCheck_code" CHECK ((proof = 'CODE') = ("signUpId" IS NOT NULL));
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_done" CHECK (("doneAt" IS NULL) = ("doneById" IS NULL));
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_phone" CHECK (phone ~ '^\+[1-9][0-9]{6,14}$');
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_texts" CHECK (length(name) BETWEEN 1 AND 200 AND length(about) <= 500 AND name !~ '[[:cntrl:]]');
