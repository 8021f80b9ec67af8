-- How somebody may be reached without harm (mechanics 24).
-- CreateEnum
CREATE TYPE "SafeMail" AS ENUM ('USUAL', 'NEUTRAL', 'NONE');

-- CreateTable
CREATE TABLE "SafeContact" (
    "personId" UUID NOT NULL,
    "calls" BOOLEAN NOT NULL,
    "sms" BOOLEAN NOT NULL,
    "voicemail" BOOLEAN NOT NULL,
    "mail" "SafeMail" NOT NULL,
    "days" INTEGER[],
    "from" TEXT,
    "to" TEXT,
    "opening" TEXT NOT NULL DEFAULT '',
    "notedAt" TIMESTAMPTZ(3) NOT NULL,
    "notedById" UUID NOT NULL,

    CONSTRAINT "SafeContact_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "SafeContact_notedById_idx" ON "SafeContact"("notedById");

-- AddForeignKey
ALTER TABLE "SafeContact" ADD CONSTRAINT "SafeContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SafeContact" ADD CONSTRAINT "SafeContact_notedById_fkey" FOREIGN KEY ("notedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SafeContact" ADD CONSTRAINT "SafeContact_days" CHECK (days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE "SafeContact" ADD CONSTRAINT "SafeContact_hours" CHECK (
  num_nonnulls("from", "to") <> 1 AND "from" < "to" AND "from" ~ '^\d\d:\d\d$' AND "to" ~ '^\d\d:\d\d$');
ALTER TABLE "SafeContact" ADD CONSTRAINT "SafeContact_opening" CHECK (length(opening) <= 300);

-- What holds for somebody: what they said, or what was said by whoever has the same number or mailbox. The web writes a row per sign-up, and
-- whoever answers the phone of one answers it for all.
CREATE FUNCTION safe_contact_of(person "Person") RETURNS "SafeContact" LANGUAGE sql STABLE AS $$
  SELECT safe FROM "SafeContact" safe JOIN "Person" one ON one.id = safe."personId"
  WHERE one.id = person.id OR one.phone = person.phone OR one.email = person.email
  ORDER BY one.id = person.id DESC, safe."notedAt" DESC, one.id LIMIT 1
$$;
