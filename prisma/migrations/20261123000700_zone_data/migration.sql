-- The edition of the time zone database with which instants were derived last; another one derives those to come anew.
ALTER TABLE "Installation" ADD COLUMN "zoneData" TEXT NOT NULL DEFAULT '';
