-- Calendars of all that somebody leads, drafts included, for their own phone. The address is known by its hash alone.
-- CreateTable
CREATE TABLE "HostFeed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedOn" DATE,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HostFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HostFeed_tokenHash_key" ON "HostFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "HostFeed_accountId_idx" ON "HostFeed"("accountId");

-- AddForeignKey
ALTER TABLE "HostFeed" ADD CONSTRAINT "HostFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
