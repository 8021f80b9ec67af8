-- Whether staff found that somebody may come, where that is asked by nobody in public; never why.
-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "fits" BOOLEAN,
ADD COLUMN     "fitsNotedAt" TIMESTAMPTZ(3),
ADD COLUMN     "fitsNotedById" UUID;

-- CreateIndex
CREATE INDEX "SignUp_fitsNotedById_idx" ON "SignUp"("fitsNotedById");

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_fitsNotedById_fkey" FOREIGN KEY ("fitsNotedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_fits" CHECK (num_nonnulls(fits, "fitsNotedAt", "fitsNotedById") IN (0, 3));
