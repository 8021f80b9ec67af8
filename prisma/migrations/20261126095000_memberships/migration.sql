-- Members of a club are who signed up to one of its series once, as to a course; nothing was ever written to a table of their own.
-- DropForeignKey
ALTER TABLE "Membership" DROP CONSTRAINT "Membership_clubId_fkey";

-- DropForeignKey
ALTER TABLE "Membership" DROP CONSTRAINT "Membership_personId_fkey";

-- DropTable
DROP TABLE "Membership";

-- CreateTable
CREATE TABLE "Absence" (
    "signUpId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("signUpId","sessionId")
);

-- CreateIndex
CREATE INDEX "Absence_sessionId_idx" ON "Absence"("sessionId");

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "Absence" ADD CONSTRAINT "Absence_day" CHECK (day ~ '^\d{4}-\d{2}-\d{2}$');

-- As before, with members beside those of courses: they hear of one more meeting, and not of a change on a day of which they said that they won't
-- come. Of a meeting that goes to another day they do.
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
    SELECT 'CHANGE', u.id, n.id, notable_for(o, u."shiftId"), now() + interval '2 minutes'
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND notable(o) <> notable(n) AND greatest(o."endsAt", n."endsAt") > now()
    JOIN "Activity" a ON a.id = n."activityId" AND a.status = 'PUBLISHED'
    JOIN LATERAL (
      SELECT id, "shiftId" FROM "SignUp" WHERE "sessionId" = n.id AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
      UNION ALL
      SELECT id, NULL FROM "SignUp" member WHERE "seriesId" = a."seriesId" AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
        AND NOT EXISTS (SELECT FROM "Absence" away WHERE away."signUpId" = member.id AND away."sessionId" = n.id
          AND away.day = left(o."wallStart", 10) AND away.day = left(n."wallStart", 10))) u ON true;
  END IF;
  RETURN NULL;
END $$;
