-- Of two who change one closure at once, the second is shown what there is now.
ALTER TABLE "Closure" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
