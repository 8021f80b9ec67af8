-- Sign-ups that are written together are counted together: a rush writes its session once for each statement, not once for each person.
DROP TRIGGER people_counted ON "SignUp";

CREATE OR REPLACE FUNCTION count_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone "SignUp"[];
  come "SignUp"[];
  list record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(o) INTO gone FROM old_rows o WHERE people_on(o) > 0;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT array_agg(n) INTO come FROM new_rows n WHERE people_on(n) > 0;
  END IF;
  FOR list IN
    SELECT "sessionId", "seriesId", sum(people) AS more FROM (
      SELECT n."sessionId", n."seriesId", people_on(n) AS people FROM unnest(come) AS n
      UNION ALL
      SELECT o."sessionId", o."seriesId", -people_on(o) FROM unnest(gone) AS o) AS counted
    GROUP BY 1, 2 HAVING sum(people) <> 0 ORDER BY 1, 2
  LOOP
    IF list."sessionId" IS NOT NULL THEN
      UPDATE "Session" SET "peopleCount" = greatest("peopleCount" + list.more, 0) WHERE id = list."sessionId";
    ELSE
      UPDATE "Session" s SET "peopleCount" = greatest(s."peopleCount" + list.more, 0)
      FROM "Activity" a WHERE a.id = s."activityId" AND a."seriesId" = list."seriesId" AND s."endsAt" > now();
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER people_counted_added AFTER INSERT ON "SignUp" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_people();
CREATE TRIGGER people_counted_changed AFTER UPDATE ON "SignUp" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_people();
CREATE TRIGGER people_counted_deleted AFTER DELETE ON "SignUp" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_people();

-- The same of what they are told.
DROP TRIGGER noticed ON "SignUp";

CREATE OR REPLACE FUNCTION note_sign_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."duplicateOfId" IS NULL AND (OLD.status, OLD.seats, OLD."careChildren") <> (NEW.status, NEW.seats, NEW."careChildren") THEN
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
    VALUES ('SIGN_UP', NEW.id, NEW."sessionId", jsonb_build_object('status', OLD.status, 'seats', OLD.seats, 'care', OLD."careChildren"));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION note_new_sign_ups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" (kind, "signUpId", "sessionId", before)
  SELECT 'SIGN_UP', u.id, u."sessionId", CASE WHEN n."duplicateOfId" IS NOT NULL THEN jsonb_build_object('again', true) END
  FROM new_rows n JOIN "SignUp" u ON u.id = coalesce(n."duplicateOfId", n.id);
  RETURN NULL;
END $$;

CREATE TRIGGER noticed AFTER UPDATE OF status, seats, "careChildren" ON "SignUp" FOR EACH ROW EXECUTE FUNCTION note_sign_up();
CREATE TRIGGER noticed_added AFTER INSERT ON "SignUp" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_sign_ups();
