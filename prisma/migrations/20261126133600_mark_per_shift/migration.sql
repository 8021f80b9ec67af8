-- A mark at the door is about one shift, so that whoever had two at a meeting is certified those that they worked.

-- AlterTable
ALTER TABLE "Attendance" ADD COLUMN "signUpId" UUID;
-- AlterTable
ALTER TABLE "AttendanceMark" ADD COLUMN "signUpId" UUID;

-- What was marked before was about all shifts that somebody had there, and goes on counting for each of them.
INSERT INTO "Attendance" ("sessionId", "personId", role, present, at, "markId", "signUpId")
SELECT was."sessionId", was."personId", was.role, was.present, was.at, was."markId", one.id
FROM "Attendance" was
  JOIN "SignUp" one ON one."sessionId" = was."sessionId" AND one."personId" = was."personId" AND one."shiftId" IS NOT NULL
    AND one.status = 'CONFIRMED' AND one."duplicateOfId" IS NULL
WHERE was.role = 'VOLUNTEER';
DELETE FROM "Attendance" was USING "Attendance" shift
WHERE was."signUpId" IS NULL AND was.role = 'VOLUNTEER' AND shift.role = 'VOLUNTEER' AND shift."signUpId" IS NOT NULL
  AND shift."sessionId" = was."sessionId" AND shift."personId" = was."personId";

-- DropIndex
DROP INDEX "Attendance_sessionId_personId_role_key";
-- CreateIndex
CREATE UNIQUE INDEX "Attendance_sessionId_personId_role_signUpId_key" ON "Attendance"("sessionId", "personId", "role", "signUpId") NULLS NOT DISTINCT;
-- CreateIndex
CREATE INDEX "Attendance_signUpId_idx" ON "Attendance"("signUpId");
-- CreateIndex
CREATE INDEX "AttendanceMark_signUpId_idx" ON "AttendanceMark"("signUpId");

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_shift" CHECK ("signUpId" IS NULL OR role = 'VOLUNTEER');
ALTER TABLE "AttendanceMark" ADD CONSTRAINT "AttendanceMark_shift" CHECK ("signUpId" IS NULL OR role = 'VOLUNTEER');
