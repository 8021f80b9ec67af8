-- Children whom a party brings along into care, which has seats of its own. Whoever volunteers brings none.
-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "careChildren" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_care" CHECK ("careChildren" BETWEEN 0 AND 10 AND ("shiftId" IS NULL OR "careChildren" = 0));

-- Whoever brings more children, or fewer, is told what holds now, as with a larger party.
CREATE OR REPLACE FUNCTION note_sign_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
    SELECT 'SIGN_UP', u.id, u."sessionId", CASE WHEN NEW."duplicateOfId" IS NOT NULL THEN jsonb_build_object('again', true) END
    FROM "SignUp" u WHERE u.id = coalesce(NEW."duplicateOfId", NEW.id);
  ELSIF NEW."duplicateOfId" IS NULL AND (OLD.status, OLD.seats, OLD."careChildren") <> (NEW.status, NEW.seats, NEW."careChildren") THEN
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
    VALUES ('SIGN_UP', NEW.id, NEW."sessionId", jsonb_build_object('status', OLD.status, 'seats', OLD.seats, 'care', OLD."careChildren"));
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER noticed ON "SignUp";
CREATE TRIGGER noticed AFTER INSERT OR UPDATE OF status, seats, "careChildren" ON "SignUp" FOR EACH ROW EXECUTE FUNCTION note_sign_up();
