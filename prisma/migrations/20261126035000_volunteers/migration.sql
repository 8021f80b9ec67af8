-- Shifts that volunteers take, and what an organisation has seen of their papers.
-- CreateEnum
CREATE TYPE "VolunteerFactKind" AS ENUM ('AGREEMENT', 'INSURANCE', 'GUARDIAN_CONSENT', 'CLEARANCE');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "bornBy" DATE;

-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "shiftId" UUID,
ADD COLUMN     "standInSince" TIMESTAMPTZ(3),
ADD COLUMN     "standsInForId" UUID;

-- CreateTable
CREATE TABLE "Shift" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sessionId" UUID,
    "seriesId" UUID,
    "name" JSONB NOT NULL,
    "fromMinutes" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "least" INTEGER NOT NULL,
    "most" INTEGER NOT NULL,
    "minAge" INTEGER,
    "needsClearance" BOOLEAN NOT NULL DEFAULT false,
    "needsAgreement" BOOLEAN NOT NULL DEFAULT false,
    "isPublic" BOOLEAN NOT NULL DEFAULT true,
    "notAt" UUID[] DEFAULT ARRAY[]::UUID[],
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VolunteerFact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" "VolunteerFactKind" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "recordedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VolunteerFact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Shift_sessionId_idx" ON "Shift"("sessionId");

-- CreateIndex
CREATE INDEX "Shift_seriesId_idx" ON "Shift"("seriesId");

-- CreateIndex
CREATE INDEX "VolunteerFact_personId_organisationId_idx" ON "VolunteerFact"("personId", "organisationId");

-- CreateIndex
CREATE INDEX "VolunteerFact_organisationId_idx" ON "VolunteerFact"("organisationId");

-- CreateIndex
CREATE INDEX "VolunteerFact_recordedById_idx" ON "VolunteerFact"("recordedById");

-- CreateIndex
CREATE INDEX "SignUp_shiftId_idx" ON "SignUp"("shiftId");

-- CreateIndex
CREATE INDEX "SignUp_standsInForId_idx" ON "SignUp"("standsInForId");

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_standsInForId_fkey" FOREIGN KEY ("standsInForId") REFERENCES "SignUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VolunteerFact" ADD CONSTRAINT "VolunteerFact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VolunteerFact" ADD CONSTRAINT "VolunteerFact_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VolunteerFact" ADD CONSTRAINT "VolunteerFact_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Shift" ADD CONSTRAINT "Shift_one_place" CHECK (num_nonnulls("sessionId", "seriesId") = 1);
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_time" CHECK ("fromMinutes" BETWEEN -2880 AND 20160 AND minutes BETWEEN 5 AND 1440);
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_people" CHECK (least BETWEEN 0 AND most AND most BETWEEN 1 AND 200);
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_age" CHECK ("minAge" BETWEEN 13 AND 99);
ALTER TABLE "VolunteerFact" ADD CONSTRAINT "VolunteerFact_days" CHECK ("endsOn" >= "startsOn");
-- One volunteer comes alone, and to a shift of this very session.
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_shift" CHECK ("shiftId" IS NULL OR ("sessionId" IS NOT NULL AND seats = 1));
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_stand_in" CHECK ("shiftId" IS NOT NULL OR ("standInSince" IS NULL AND "standsInForId" IS NULL));

-- Somebody may come to a session and help at it, also twice.
ALTER TABLE "SignUp" DROP CONSTRAINT "SignUp_once_in_session";
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_once_in_session" EXCLUDE USING btree
  ("sessionId" WITH =, "contactKey" WITH =) WHERE (status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL AND "shiftId" IS NULL);
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_once_in_shift" EXCLUDE USING btree
  ("sessionId" WITH =, "shiftId" WITH =, "contactKey" WITH =) WHERE (status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL AND "shiftId" IS NOT NULL);

-- A shift is part of its series or session for the log; a day of somebody's papers is not for the log.
SELECT audited('Shift', '{seriesId,sessionId}');
SELECT audited('VolunteerFact', '{organisationId}', '{startsOn,endsOn}');

-- What a volunteer notices of a session is their shift: it moves along, has hours of its own and may fall away alone.
CREATE FUNCTION notable_shift(session "Session", shift "Shift") RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT notable(session) || jsonb_build_object('kind', 'TIMED', 'start', to_char(began.at, 'YYYY-MM-DD"T"HH24:MI:SS'),
    'end', to_char(began.at + shift.minutes * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS'),
    'on', session.status = 'PLANNED' AND session."removedAt" IS NULL AND shift."removedAt" IS NULL AND session.id <> ALL (shift."notAt"))
  FROM (SELECT session."wallStart"::timestamp + shift."fromMinutes" * interval '1 minute' AS at) began
$$;

CREATE FUNCTION notable_for(session "Session", "shiftId" uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT notable_shift(session, shift) FROM "Shift" shift WHERE shift.id = $2), notable(session))
$$;

CREATE OR REPLACE FUNCTION note_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- One more meeting of a course.
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", "dueAt")
    SELECT 'CHANGE', u.id, n.id, now() + interval '2 minutes'
    FROM new_rows n JOIN "Activity" a ON a.id = n."activityId" AND a.status = 'PUBLISHED' AND a.enrolment = 'WHOLE_COURSE'
    JOIN "SignUp" u ON u."seriesId" = a."seriesId" AND u.status <> 'WITHDRAWN' AND u."duplicateOfId" IS NULL
    WHERE n."endsAt" > now() AND n.status = 'PLANNED' AND n."removedAt" IS NULL;
  ELSE
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before, "dueAt")
    SELECT 'CHANGE', u.id, n.id, notable_for(o, u."shiftId"), now() + interval '2 minutes'
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND notable(o) <> notable(n) AND greatest(o."endsAt", n."endsAt") > now()
    JOIN "Activity" a ON a.id = n."activityId" AND a.status = 'PUBLISHED'
    JOIN LATERAL (
      SELECT id, "shiftId" FROM "SignUp" WHERE "sessionId" = n.id AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
      UNION ALL
      SELECT id, NULL FROM "SignUp" WHERE "seriesId" = a."seriesId" AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL) u ON true;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_shift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" (kind, "signUpId", "sessionId", before, "dueAt")
  SELECT 'CHANGE', u.id, s.id, notable_shift(s, OLD), now() + interval '2 minutes'
  FROM "SignUp" u JOIN "Session" s ON s.id = u."sessionId" AND s."endsAt" > now()
  WHERE u."shiftId" = NEW.id AND u.status <> 'WITHDRAWN' AND u."duplicateOfId" IS NULL AND notable_shift(s, OLD) <> notable_shift(s, NEW);
  RETURN NULL;
END $$;

CREATE TRIGGER noticed AFTER UPDATE ON "Shift" FOR EACH ROW EXECUTE FUNCTION note_shift();
