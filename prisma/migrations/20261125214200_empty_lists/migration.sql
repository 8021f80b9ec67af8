-- For whom and in which language may be left open; a list that was left out was null, at which every feed that holds the activity failed.
UPDATE "Activity" SET audiences = coalesce(audiences, '{}'), languages = coalesce(languages, '{}') WHERE audiences IS NULL OR languages IS NULL;
-- Faces wait for the end of a transaction, and a table with waiting triggers can't be altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Activity" ALTER COLUMN audiences SET DEFAULT '{}', ALTER COLUMN audiences SET NOT NULL, ALTER COLUMN languages SET DEFAULT '{}', ALTER COLUMN languages SET NOT NULL;
