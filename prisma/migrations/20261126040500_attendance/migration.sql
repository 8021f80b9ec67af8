-- Who was there: what devices marked, and what follows from it; links that let a tablet mark.

-- CreateEnum
CREATE TYPE "AttendanceRole" AS ENUM ('PARTICIPANT', 'VOLUNTEER');

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "AttendanceRole" NOT NULL DEFAULT 'PARTICIPANT',
    "present" BOOLEAN NOT NULL,
    "walkInId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "markId" UUID NOT NULL,
    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceCount" (
    "sessionId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "markId" UUID NOT NULL,
    CONSTRAINT "AttendanceCount_pkey" PRIMARY KEY ("sessionId","device")
);

-- CreateTable
CREATE TABLE "AttendanceMark" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID,
    "role" "AttendanceRole" NOT NULL DEFAULT 'PARTICIPANT',
    "present" BOOLEAN,
    "count" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,
    "accountId" UUID,
    "doorLinkId" UUID,
    CONSTRAINT "AttendanceMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoorLink" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sessionId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "deviceHash" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    CONSTRAINT "DoorLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_walkInId_key" ON "Attendance"("walkInId");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_sessionId_personId_role_key" ON "Attendance"("sessionId", "personId", "role");

-- CreateIndex
CREATE INDEX "AttendanceMark_sessionId_at_idx" ON "AttendanceMark"("sessionId", "at");

-- CreateIndex
CREATE INDEX "AttendanceMark_personId_idx" ON "AttendanceMark"("personId");

-- CreateIndex
CREATE INDEX "AttendanceMark_accountId_idx" ON "AttendanceMark"("accountId");

-- CreateIndex
CREATE INDEX "AttendanceMark_doorLinkId_idx" ON "AttendanceMark"("doorLinkId");

-- CreateIndex
CREATE UNIQUE INDEX "DoorLink_tokenHash_key" ON "DoorLink"("tokenHash");

-- CreateIndex
CREATE INDEX "DoorLink_sessionId_idx" ON "DoorLink"("sessionId");

-- CreateIndex
CREATE INDEX "DoorLink_createdById_idx" ON "DoorLink"("createdById");

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceCount" ADD CONSTRAINT "AttendanceCount_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_doorLinkId_fkey" FOREIGN KEY ("doorLinkId") REFERENCES "DoorLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoorLink" ADD CONSTRAINT "DoorLink_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoorLink" ADD CONSTRAINT "DoorLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_says_one" CHECK (
  ("personId" IS NULL) = (present IS NULL) AND ("personId" IS NULL) = (count IS NOT NULL) AND (count IS NULL OR role = 'PARTICIPANT'));
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_by_whom" CHECK (num_nonnulls("accountId", "doorLinkId") = 1);
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_count" CHECK (count BETWEEN -10000 AND 10000);
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_at" CHECK (at <= "receivedAt");
ALTER TABLE "AttendanceCount" ADD CONSTRAINT "AttendanceCount_count" CHECK (count BETWEEN -10000 AND 10000);
ALTER TABLE "DoorLink" ADD CONSTRAINT "DoorLink_claimed" CHECK (("deviceHash" IS NULL) = ("claimedAt" IS NULL));

-- Marks are only added to. Whom one is about may become somebody else's row, where two rows were one person.
CREATE FUNCTION refuse_mark_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'marks of attendance are only added to: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OF id, "sessionId", role, present, count, at, "receivedAt", device, "accountId", "doorLinkId" OR DELETE
  ON "AttendanceMark" FOR EACH ROW EXECUTE FUNCTION refuse_mark_change();

-- What belongs to a session belongs to its activity, and so to whoever may read that one's history.
CREATE OR REPLACE VIEW audit_parent AS
  SELECT id AS child, "seriesId" AS parent FROM "Activity"
  UNION ALL SELECT id, "programId" FROM "Series"
  UNION ALL SELECT id, "clubId" FROM "Series" WHERE "clubId" IS NOT NULL
  UNION ALL SELECT id, "programId" FROM "Club"
  UNION ALL SELECT id, "programId" FROM "Edition"
  UNION ALL SELECT id, "programId" FROM "Group"
  UNION ALL SELECT id, "projectId" FROM "ProjectPart"
  UNION ALL SELECT id, "projectId" FROM "RecruitmentCall"
  UNION ALL SELECT id, "venueId" FROM "Room"
  UNION ALL SELECT id, "organisationId" FROM "Venue" WHERE "organisationId" IS NOT NULL
  UNION ALL SELECT id, "activityId" FROM "Session";

SELECT audited('DoorLink', '{sessionId}');
