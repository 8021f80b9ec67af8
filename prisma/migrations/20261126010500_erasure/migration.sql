-- Somebody who asked to be erased (T70): the row stays, so that lists keep their counts, and says nothing of who it was.
ALTER TABLE "Person" ADD COLUMN "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN "keptUntil" DATE;

ALTER TABLE "Person" ADD CONSTRAINT "Person_erased_has_no_contact" CHECK ("erasedAt" IS NULL OR (email IS NULL AND phone IS NULL));
ALTER TABLE "Person" ADD CONSTRAINT "Person_kept_only_if_erased" CHECK ("keptUntil" IS NULL OR "erasedAt" IS NOT NULL);

-- Who signed up on the web is told apart by a seal of name and contact, until these go.
ALTER TABLE "SignUp" DROP CONSTRAINT "SignUp_by_whom";
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_by_whom" CHECK ((source = 'WEB') = ("recordedById" IS NULL));
