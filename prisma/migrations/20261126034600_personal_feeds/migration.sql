-- Calendars of what residents signed up to, for their own phones. The address is known by its hash alone.
-- CreateEnum
CREATE TYPE "FeedScope" AS ENUM ('PERSON', 'HOUSEHOLD');

-- CreateEnum
CREATE TYPE "FeedProof" AS ENUM ('LINK', 'EMAIL', 'PHONE', 'CODE');

-- CreateTable
CREATE TABLE "PersonalFeed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "signUpId" UUID,
    "scope" "FeedScope" NOT NULL,
    "proof" "FeedProof" NOT NULL,
    "waiting" BOOLEAN NOT NULL DEFAULT false,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "madeById" UUID,
    "lastUsedOn" DATE,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PersonalFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PersonalFeed_tokenHash_key" ON "PersonalFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "PersonalFeed_personId_idx" ON "PersonalFeed"("personId");

-- CreateIndex
CREATE INDEX "PersonalFeed_signUpId_idx" ON "PersonalFeed"("signUpId");

-- CreateIndex
CREATE INDEX "PersonalFeed_madeById_idx" ON "PersonalFeed"("madeById");

-- CreateIndex
CREATE INDEX "Person_email_idx" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_phone_idx" ON "Person"("phone");

-- CreateIndex
CREATE INDEX "Person_householdId_idx" ON "Person"("householdId");

-- AddForeignKey
ALTER TABLE "PersonalFeed" ADD CONSTRAINT "PersonalFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalFeed" ADD CONSTRAINT "PersonalFeed_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalFeed" ADD CONSTRAINT "PersonalFeed_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever has only the link of one sign-up has a calendar of that one.
ALTER TABLE "PersonalFeed" ADD CONSTRAINT "PersonalFeed_link" CHECK ((proof = 'LINK') = ("signUpId" IS NOT NULL));
