-- Staff find that two people are one, and may find that they aren't (mechanics 21).
-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "PersonMerge" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "goneId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID NOT NULL,
    "goneName" TEXT NOT NULL,
    "goneEmail" TEXT,
    "gonePhone" TEXT,
    "formerName" TEXT NOT NULL,
    "formerEmail" TEXT,
    "formerPhone" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "before" JSONB NOT NULL,
    "safe" JSONB NOT NULL,
    "moved" JSONB NOT NULL,

    CONSTRAINT "PersonMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Person_mergedIntoId_idx" ON "Person"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonMerge_goneId_key" ON "PersonMerge"("goneId");

-- CreateIndex
CREATE INDEX "PersonMerge_intoId_idx" ON "PersonMerge"("intoId");

-- CreateIndex
CREATE INDEX "PersonMerge_accountId_idx" ON "PersonMerge"("accountId");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_goneId_fkey" FOREIGN KEY ("goneId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PersonMerge" ADD CONSTRAINT "PersonMerge_two" CHECK ("goneId" <> "intoId");
-- Who is somebody else has nothing of their own.
ALTER TABLE "Person" ADD CONSTRAINT "Person_merged_is_erased" CHECK (
  "mergedIntoId" IS NULL OR ("erasedAt" IS NOT NULL AND name = '–' AND "mergedIntoId" <> id));

-- Who somebody is by now. Whoever is about to merge them is waited for, so that nothing is written under an id that is nobody's a moment later.
CREATE FUNCTION living_person(person uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  whole uuid;
BEGIN
  LOOP
    SELECT "mergedIntoId" INTO whole FROM "Person" WHERE id = person FOR KEY SHARE;
    IF whole IS NULL THEN
      RETURN person;
    END IF;
    person := whole;
  END LOOP;
END $$;

-- People by their ids, with all who were found to be them.
CREATE FUNCTION merged_ids(people uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE one AS (
    SELECT unnest(people) AS id
    UNION SELECT part.id FROM one JOIN "Person" part ON part."mergedIntoId" = one.id)
  SELECT id FROM one
$$;

CREATE FUNCTION keep_to_living_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."personId" := living_person(NEW."personId");
  RETURN NEW;
END $$;
CREATE TRIGGER living_person BEFORE INSERT ON "SignUp" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "SignUpPerson" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "VolunteerFact" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "CallerCheck" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "PersonalFeed" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "SafeContact" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "Attendance" FOR EACH ROW EXECUTE FUNCTION keep_to_living_person();
CREATE TRIGGER living_person BEFORE INSERT ON "AttendanceMark" FOR EACH ROW WHEN (NEW."personId" IS NOT NULL)
  EXECUTE FUNCTION keep_to_living_person();

CREATE FUNCTION keep_to_living_guardian() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."guardianId" := living_person(NEW."guardianId");
  RETURN NEW;
END $$;
CREATE TRIGGER living_guardian BEFORE INSERT ON "Person" FOR EACH ROW WHEN (NEW."guardianId" IS NOT NULL)
  EXECUTE FUNCTION keep_to_living_guardian();
