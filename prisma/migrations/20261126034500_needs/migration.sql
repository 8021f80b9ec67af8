-- What people need to take part: chosen from a short list, with a few words. When it goes is asked of the meeting, which may move.
-- AlterTable
ALTER TABLE "SignUp" DROP COLUMN "needsUntil",
ADD COLUMN     "needKinds" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "SignUp" DROP CONSTRAINT IF EXISTS "SignUp_needs";
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_needs" CHECK (
  "needKinds" <@ ARRAY['step-free', 'hearing', 'sign-language', 'sight', 'assistant', 'simple-words'] AND length(needs) BETWEEN 1 AND 200);
