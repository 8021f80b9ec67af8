-- Seats that are offered for a time: the time begins when somebody has been told.
-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "offerHours" INTEGER;

-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "offerHours" INTEGER;

ALTER TABLE "Activity" ADD CONSTRAINT "Activity_offer_hours" CHECK ("offerHours" BETWEEN 1 AND 336);

-- Untold, an offer has no end but the start. Of one that nobody took in time the end stays: that tells it from what was declined.
ALTER TABLE "SignUp" DROP CONSTRAINT "SignUp_offer";
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_offer" CHECK (
  (status <> 'OFFERED' OR "offerHours" BETWEEN 1 AND 336) AND ("offeredUntil" IS NULL OR status = 'OFFERED' OR "withdrawnFrom" = 'OFFERED'));

CREATE INDEX "SignUp_offeredUntil_idx" ON "SignUp"("offeredUntil");

-- Told is whose mail was accepted, whoever said to know, and whoever was phoned; a call that is taken back takes that back too.
CREATE FUNCTION begin_offer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told timestamptz := coalesce(NEW."knownAt", CASE WHEN NEW.fate = 'SENT' THEN NEW."settledAt" END);
BEGIN
  IF told IS NOT NULL THEN
    UPDATE "SignUp" SET "offeredUntil" = told + "offerHours" * interval '1 hour'
    WHERE id = NEW."signUpId" AND status = 'OFFERED' AND "offeredUntil" IS NULL;
  ELSIF OLD."knownAt" IS NOT NULL THEN
    UPDATE "SignUp" SET "offeredUntil" = NULL WHERE id = NEW."signUpId" AND status = 'OFFERED';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER offer_begins AFTER UPDATE OF fate, "knownAt" ON "Notice" FOR EACH ROW
  WHEN (NEW.kind = 'SIGN_UP' AND (NEW.fate IS DISTINCT FROM OLD.fate OR NEW."knownAt" IS DISTINCT FROM OLD."knownAt"))
  EXECUTE FUNCTION begin_offer();
