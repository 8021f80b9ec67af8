-- Who signs up, for what, and on which list; how many people have to do with a session.
-- CreateEnum
CREATE TYPE "SignUpStatus" AS ENUM ('CONFIRMED', 'WAITLISTED', 'OFFERED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "SignUpSource" AS ENUM ('WEB', 'PHONE', 'DESK', 'DOOR');

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "closesMinutesBefore" INTEGER,
ADD COLUMN     "opensDaysBefore" INTEGER;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "email" TEXT,
ADD COLUMN     "guardianId" UUID,
ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'pl',
ADD COLUMN     "phone" TEXT;

-- CreateTable
CREATE TABLE "SignUp" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sessionId" UUID,
    "seriesId" UUID,
    "personId" UUID NOT NULL,
    "status" "SignUpStatus" NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "seats" INTEGER NOT NULL,
    "source" "SignUpSource" NOT NULL,
    "recordedById" UUID,
    "contactKey" TEXT,
    "duplicateOfId" UUID,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "code" TEXT NOT NULL,
    "noticeVersion" TEXT NOT NULL,
    "needs" TEXT,
    "needsUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "offeredUntil" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnFrom" "SignUpStatus",
    "waveId" UUID,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignUpPerson" (
    "signUpId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SignUpPerson_pkey" PRIMARY KEY ("signUpId","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_code_key" ON "SignUp"("code");

-- CreateIndex
CREATE INDEX "SignUp_sessionId_position_idx" ON "SignUp"("sessionId", "position");

-- CreateIndex
CREATE INDEX "SignUp_seriesId_position_idx" ON "SignUp"("seriesId", "position");

-- CreateIndex
CREATE INDEX "SignUp_personId_idx" ON "SignUp"("personId");

-- CreateIndex
CREATE INDEX "SignUp_recordedById_idx" ON "SignUp"("recordedById");

-- CreateIndex
CREATE INDEX "SignUp_duplicateOfId_idx" ON "SignUp"("duplicateOfId");

-- CreateIndex
CREATE INDEX "SignUpPerson_personId_idx" ON "SignUpPerson"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SignUpPerson_signUpId_position_key" ON "SignUpPerson"("signUpId", "position");

-- CreateIndex
CREATE INDEX "Person_guardianId_idx" ON "Person"("guardianId");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_guardianId_fkey" FOREIGN KEY ("guardianId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUpPerson" ADD CONSTRAINT "SignUpPerson_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUpPerson" ADD CONSTRAINT "SignUpPerson_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Windows, people.
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_windows" CHECK ("opensDaysBefore" BETWEEN 0 AND 730 AND "closesMinutesBefore" BETWEEN 0 AND 525600);
ALTER TABLE "Person" ADD CONSTRAINT "Person_name_shape" CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200 AND name !~ '[[:cntrl:]]');
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_spelling" CHECK (email = lower(email) AND email ~ '^[^\s@]+@[^\s@]+$');
ALTER TABLE "Person" ADD CONSTRAINT "Person_phone_spelling" CHECK (phone ~ '^\+[1-9][0-9]{6,14}$');
ALTER TABLE "Person" ADD CONSTRAINT "Person_language" CHECK (language IN ('pl', 'en', 'uk'));
ALTER TABLE "Person" ADD CONSTRAINT "Person_guardian" CHECK ("guardianId" IS NULL OR ("guardianId" <> id AND email IS NULL AND phone IS NULL));

-- One list, and what each status says of itself.
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_one_list" CHECK (num_nonnulls("sessionId", "seriesId") = 1);
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_seats" CHECK (seats BETWEEN 1 AND 10);
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_offer" CHECK ((status = 'OFFERED') = ("offeredUntil" IS NOT NULL));
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_withdrawn" CHECK (
  (status = 'WITHDRAWN') = ("withdrawnAt" IS NOT NULL) AND (status = 'WITHDRAWN') = ("withdrawnFrom" IS NOT NULL) AND "withdrawnFrom" <> 'WITHDRAWN');
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_needs" CHECK (("needs" IS NULL) = ("needsUntil" IS NULL));
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_by_whom" CHECK ((source = 'WEB') = ("recordedById" IS NULL) AND (source <> 'WEB' OR "contactKey" IS NOT NULL));
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_code_shape" CHECK (code ~ '^[ABCDEFGHJKMNPQRSTUVWXYZ23456789]{7}$');
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_duplicate" CHECK ("duplicateOfId" <> id);
ALTER TABLE "SignUpPerson" ADD CONSTRAINT "SignUpPerson_position" CHECK (position BETWEEN 0 AND 9);

-- The same person once on a list while live. Exclusions, as Prisma knows no partial unique index.
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_once_in_session" EXCLUDE USING btree
  ("sessionId" WITH =, "contactKey" WITH =) WHERE (status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL);
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_once_in_course" EXCLUDE USING btree
  ("seriesId" WITH =, "contactKey" WITH =) WHERE (status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL);

-- "peopleCount" of a session: everybody who waits or has a seat, on its own list or on that of its course. Feeds don't show it,
-- so that sign-ups queue no face (`unseen` in the migration `session_faces`). Of a course those meetings count that aren't over.
CREATE FUNCTION people_on(sign_up "SignUp") RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN sign_up.status = 'WITHDRAWN' OR sign_up."duplicateOfId" IS NOT NULL THEN 0 ELSE sign_up.seats END
$$;

CREATE FUNCTION count_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  counted "SignUp" := coalesce(NEW, OLD);
  more integer := 0;
BEGIN
  IF TG_OP <> 'DELETE' THEN
    more := more + people_on(NEW);
  END IF;
  IF TG_OP <> 'INSERT' THEN
    more := more - people_on(OLD);
  END IF;
  IF more = 0 THEN
    RETURN NULL;
  ELSIF counted."sessionId" IS NOT NULL THEN
    UPDATE "Session" SET "peopleCount" = greatest("peopleCount" + more, 0) WHERE id = counted."sessionId";
  ELSE
    UPDATE "Session" s SET "peopleCount" = greatest(s."peopleCount" + more, 0)
    FROM "Activity" a WHERE a.id = s."activityId" AND a."seriesId" = counted."seriesId" AND s."endsAt" > now();
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER people_counted AFTER INSERT OR UPDATE OF status, seats OR DELETE ON "SignUp" FOR EACH ROW EXECUTE FUNCTION count_people();

-- A meeting that is added to a course has its people from the first moment (mechanics 23).
CREATE FUNCTION people_of_course() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."peopleCount" := NEW."peopleCount" + coalesce((
    SELECT sum(people_on(u)) FROM "SignUp" u JOIN "Activity" a ON a."seriesId" = u."seriesId" WHERE a.id = NEW."activityId"), 0);
  RETURN NEW;
END $$;

CREATE TRIGGER people_of_course BEFORE INSERT ON "Session" FOR EACH ROW EXECUTE FUNCTION people_of_course();
