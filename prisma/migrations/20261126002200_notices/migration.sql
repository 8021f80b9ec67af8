-- What people who signed up should hear of, and how they were told.
-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('SIGN_UP', 'CHANGE', 'REMINDER');

-- CreateEnum
CREATE TYPE "NoticeFate" AS ENUM ('SENT', 'KEPT', 'REFUSED', 'NO_MAIL', 'NOTHING');

-- CreateEnum
CREATE TYPE "KnownBy" AS ENUM ('PERSON', 'PHONE');

-- CreateEnum
CREATE TYPE "CallResult" AS ENUM ('TOLD', 'NO_ANSWER', 'LATER', 'WRONG_NUMBER');

-- AlterEnum
ALTER TYPE "MessageState" ADD VALUE 'REFUSED';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "calendar" TEXT,
ADD COLUMN     "discreet" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ofNotices" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sequences" JSONB,
ADD COLUMN     "unclear" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Program" ADD COLUMN     "quietFrom" TEXT NOT NULL DEFAULT '21:00',
ADD COLUMN     "quietTo" TEXT NOT NULL DEFAULT '08:00',
ADD COLUMN     "remindAt" TEXT NOT NULL DEFAULT '17:00',
ADD COLUMN     "remindDaysBefore" INTEGER DEFAULT 1;

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "NoticeKind" NOT NULL,
    "signUpId" UUID NOT NULL,
    "sessionId" UUID,
    "before" JSONB,
    "remindsOf" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "messageId" UUID,
    "fate" "NoticeFate",
    "settledAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "knownAt" TIMESTAMPTZ(3),
    "knownBy" "KnownBy",
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result" "CallResult" NOT NULL,
    "noticeIds" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "again" TIMESTAMPTZ(3),
    "accountId" UUID NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notice_settledAt_dueAt_idx" ON "Notice"("settledAt", "dueAt");

-- CreateIndex
CREATE INDEX "Notice_sessionId_createdAt_idx" ON "Notice"("sessionId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_messageId_idx" ON "Notice"("messageId");

-- CreateIndex
CREATE INDEX "Notice_closedById_idx" ON "Notice"("closedById");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_signUpId_sessionId_remindsOf_key" ON "Notice"("signUpId", "sessionId", "remindsOf");

-- CreateIndex
CREATE INDEX "Call_noticeIds_idx" ON "Call" USING GIN ("noticeIds");

-- CreateIndex
CREATE INDEX "Call_accountId_idx" ON "Call"("accountId");

-- CreateIndex
CREATE INDEX "Message_to_idx" ON "Message"("to");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "Program" ADD CONSTRAINT "Program_reminder" CHECK ("remindDaysBefore" BETWEEN 0 AND 14 AND "remindAt" ~ '^([01]\d|2[0-3]):[0-5]\d$');
ALTER TABLE "Program" ADD CONSTRAINT "Program_quiet" CHECK ("quietFrom" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "quietTo" ~ '^([01]\d|2[0-3]):[0-5]\d$');
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_settled" CHECK ((fate IS NULL) = ("settledAt" IS NULL));
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_known" CHECK (("knownAt" IS NULL) = ("knownBy" IS NULL));
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_reminder" CHECK ((kind = 'REMINDER') = ("remindsOf" IS NOT NULL));

-- One mail of notices waits for each mailbox, language and kind: what is to be said meanwhile goes with it.
ALTER TABLE "Message" ADD CONSTRAINT "Message_one_waits" EXCLUDE USING btree
  ("to" WITH =, language WITH =, kind WITH =, discreet WITH =) WHERE (state = 'PENDING' AND "ofNotices");

-- Whoever writes a sign-up or a session can't forget to tell people. A second sign-up of the same person is told as what it is: the first one.
CREATE FUNCTION note_sign_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
    SELECT 'SIGN_UP', u.id, u."sessionId", CASE WHEN NEW."duplicateOfId" IS NOT NULL THEN jsonb_build_object('again', true) END
    FROM "SignUp" u WHERE u.id = coalesce(NEW."duplicateOfId", NEW.id);
  ELSIF NEW."duplicateOfId" IS NULL AND (OLD.status, OLD.seats) <> (NEW.status, NEW.seats) THEN
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
    VALUES ('SIGN_UP', NEW.id, NEW."sessionId", jsonb_build_object('status', OLD.status, 'seats', OLD.seats));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER noticed AFTER INSERT OR UPDATE OF status, seats ON "SignUp" FOR EACH ROW EXECUTE FUNCTION note_sign_up();

CREATE FUNCTION notable(session "Session") RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('kind', session."whenKind", 'start', session."wallStart", 'end', session."wallEnd", 'venueId', session."venueId",
    'roomId', session."roomId", 'on', session.status = 'PLANNED' AND session."removedAt" IS NULL)
$$;

-- Two minutes later, so that an early undo sends nothing (mechanics 6).
CREATE FUNCTION note_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
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
    SELECT 'CHANGE', u.id, n.id, notable(o), now() + interval '2 minutes'
    FROM new_rows n JOIN old_rows o ON o.id = n.id AND notable(o) <> notable(n) AND greatest(o."endsAt", n."endsAt") > now()
    JOIN "Activity" a ON a.id = n."activityId" AND a.status = 'PUBLISHED'
    JOIN LATERAL (
      SELECT id FROM "SignUp" WHERE "sessionId" = n.id AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
      UNION ALL
      SELECT id FROM "SignUp" WHERE "seriesId" = a."seriesId" AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL) u ON true;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER noticed_added AFTER INSERT ON "Session" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_sessions();
CREATE TRIGGER noticed_changed AFTER UPDATE ON "Session" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_sessions();
