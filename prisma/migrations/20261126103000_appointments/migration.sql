-- Appointments: a session whose activity says how long one lasts has free times, and a sign-up takes one of them.
-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "slotMinutes" INTEGER;

-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "slotFrom" INTEGER,
ADD COLUMN     "slotMinutes" INTEGER,
ADD COLUMN     "slotMoves" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Activity" ADD CONSTRAINT "Activity_slot" CHECK ("slotMinutes" BETWEEN 5 AND 480);
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_slot" CHECK (
  num_nonnulls("slotFrom", "slotMinutes") IN (0, 2) AND "slotFrom" BETWEEN 0 AND 1440 AND "slotMinutes" BETWEEN 5 AND 480
  AND ("slotFrom" IS NULL OR ("sessionId" IS NOT NULL AND "shiftId" IS NULL)));

-- Two parties never have one time, whoever writes them.
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_one_per_slot" EXCLUDE USING gist
  ("sessionId" WITH =, int4range("slotFrom", "slotFrom" + "slotMinutes") WITH &&)
  WHERE (status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL AND "slotFrom" IS NOT NULL);

-- What somebody with an appointment notices of a session is their own time.
CREATE FUNCTION notable_slot(session "Session", "slotFrom" integer, "slotMinutes" integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT notable(session) || jsonb_build_object('kind', 'TIMED', 'start', to_char(began.at, 'YYYY-MM-DD"T"HH24:MI:SS'),
    'end', to_char(began.at + $3 * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS'))
  FROM (SELECT session."wallStart"::timestamp + $2 * interval '1 minute' AS at) began
$$;

CREATE FUNCTION notable_for(session "Session", "shiftId" uuid, "slotFrom" integer, "slotMinutes" integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN $3 IS NULL THEN notable_for(session, $2) ELSE notable_slot(session, $3, $4) END
$$;

CREATE OR REPLACE FUNCTION note_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", "dueAt")
    SELECT 'CHANGE', u.id, n.id, now() + interval '2 minutes'
    FROM new_rows n JOIN "Activity" a ON a.id = n."activityId" AND a.status = 'PUBLISHED' AND a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP')
    JOIN "SignUp" u ON u."seriesId" = a."seriesId" AND u.status <> 'WITHDRAWN' AND u."duplicateOfId" IS NULL
    WHERE n."endsAt" > now() AND n.status = 'PLANNED' AND n."removedAt" IS NULL;
  ELSE
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before, "dueAt")
    SELECT 'CHANGE', u.id, n.id, notable_for(o, u."shiftId", u."slotFrom", u."slotMinutes"), now() + interval '2 minutes'
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND notable(o) <> notable(n) AND greatest(o."endsAt", n."endsAt") > now()
    JOIN "Activity" a ON a.id = n."activityId" AND a.status = 'PUBLISHED'
    JOIN LATERAL (
      SELECT id, "shiftId", "slotFrom", "slotMinutes" FROM "SignUp"
      WHERE "sessionId" = n.id AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
        AND ("slotFrom" IS NULL OR notable_slot(o, "slotFrom", "slotMinutes") <> notable_slot(n, "slotFrom", "slotMinutes"))
      UNION ALL
      SELECT id, NULL, NULL, NULL FROM "SignUp" member WHERE "seriesId" = a."seriesId" AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
        AND NOT EXISTS (SELECT FROM "Absence" away WHERE away."signUpId" = member.id AND away."sessionId" = n.id
          AND away.day = left(o."wallStart", 10) AND away.day = left(n."wallStart", 10))) u ON true;
  END IF;
  RETURN NULL;
END $$;

-- Another time at the same session.
CREATE FUNCTION note_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
  SELECT 'CHANGE', NEW.id, s.id, notable_slot(s, OLD."slotFrom", OLD."slotMinutes") FROM "Session" s
  WHERE s.id = NEW."sessionId" AND NEW."duplicateOfId" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER noticed_slot AFTER UPDATE OF "slotFrom" ON "SignUp" FOR EACH ROW
  WHEN (OLD."slotFrom" IS DISTINCT FROM NEW."slotFrom" AND OLD."slotFrom" IS NOT NULL AND NEW."slotFrom" IS NOT NULL)
  EXECUTE FUNCTION note_slot();
