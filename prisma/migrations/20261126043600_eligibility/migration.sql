-- Whom an activity is for, as far as one may ask in public; how many one sign-up may bring; seats that staff keep back.
-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "ageFrom" INTEGER,
ADD COLUMN     "ageTo" INTEGER,
ADD COLUMN     "audienceOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "largestParty" INTEGER,
ADD COLUMN     "reservedSeats" INTEGER,
ADD COLUMN     "residentsOnly" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Activity" ADD CONSTRAINT "Activity_sign_up_rules" CHECK (
  "ageFrom" BETWEEN 1 AND 120 AND "ageTo" BETWEEN 1 AND 120 AND "largestParty" BETWEEN 1 AND 10 AND "reservedSeats" BETWEEN 1 AND 100000);
