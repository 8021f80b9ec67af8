-- When venues and rooms are open, and when they are closed by way of exception. Planning warns; nothing is refused.
-- CreateTable
CREATE TABLE "OpeningHours" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "venueId" UUID,
    "roomId" UUID,
    "weekday" INTEGER NOT NULL,
    "opensMinute" INTEGER NOT NULL,
    "closesMinute" INTEGER NOT NULL,

    CONSTRAINT "OpeningHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "venueId" UUID,
    "roomId" UUID,
    "whenKind" "WhenKind" NOT NULL,
    "wallStart" TEXT NOT NULL,
    "wallEnd" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpeningHours_venueId_idx" ON "OpeningHours"("venueId");

-- CreateIndex
CREATE INDEX "OpeningHours_roomId_idx" ON "OpeningHours"("roomId");

-- CreateIndex
CREATE INDEX "Closure_venueId_endsAt_idx" ON "Closure"("venueId", "endsAt");

-- CreateIndex
CREATE INDEX "Closure_roomId_endsAt_idx" ON "Closure"("roomId", "endsAt");

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whose: a venue's or a room's.
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_one_place" CHECK (num_nonnulls("venueId", "roomId") = 1);
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_one_place" CHECK (num_nonnulls("venueId", "roomId") = 1);
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_bounds" CHECK (
  weekday BETWEEN 1 AND 7 AND "opensMinute" BETWEEN 0 AND 1439 AND "closesMinute" BETWEEN 1 AND 1440 AND "closesMinute" > "opensMinute");
-- The spans of a day don't meet.
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_apart" EXCLUDE USING gist (
  coalesce("venueId", "roomId") WITH =, weekday WITH =, int4range("opensMinute", "closesMinute") WITH &&);
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_reason_text" CHECK (is_text(reason));
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_when" CHECK (
  "endsAt" > "startsAt"
  AND CASE "whenKind"
    WHEN 'TIMED' THEN "wallStart" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$' AND "wallEnd" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'
    ELSE "wallStart" ~ '^\d{4}-\d\d-\d\d$' AND "wallEnd" ~ '^\d{4}-\d\d-\d\d$' AND "wallEnd" >= "wallStart"
  END);
