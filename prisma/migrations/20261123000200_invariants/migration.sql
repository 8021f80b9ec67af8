-- What must hold whoever writes, and what Prisma's schema can't say.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A text for residents: Polish always, English and Ukrainian if there.
CREATE FUNCTION is_text(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT value IS NULL
    OR (jsonb_typeof(value) = 'object' AND jsonb_typeof(value -> 'pl') IS NOT DISTINCT FROM 'string' AND value - ARRAY['pl', 'en', 'uk'] = '{}'::jsonb)
$$;

DO $$
DECLARE
  place text;
BEGIN
  -- Slugs are parts of addresses.
  FOREACH place IN ARRAY ARRAY['Municipality', 'District', 'Organisation', 'Project', 'Program', 'Club', 'Venue', 'Series', 'SlugAlias'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (slug ~ ''^[a-z0-9]+(-[a-z0-9]+)*$'' AND length(slug) <= 100)', place, place || '_slug_shape');
  END LOOP;
  -- Texts by language.
  FOREACH place IN ARRAY ARRAY[
    'Organisation.description', 'Project.peopleNote', 'Project.description', 'Project.fundSentence', 'ProjectEvent.text', 'ProjectPart.audience',
    'IndicatorTarget.name', 'IndicatorTarget.denominator', 'Program.openTo', 'Program.description', 'Club.description', 'Club.openTo',
    'Edition.name', 'Stage.name', 'Group.name', 'Venue.directions', 'VenueAccessibility.note', 'Series.title', 'Activity.title', 'Activity.description',
    'Activity.planB', 'Activity.meetingPoint', 'Activity.bring', 'Activity.costText', 'Activity.contactHours', 'Activity.eligibility',
    'Activity.discreetTitle', 'Session.title', 'Session.note', 'Session.cancelReason', 'Session.insteadText', 'Session.moveReason'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (is_text(%I))',
      split_part(place, '.', 1), replace(place, '.', '_') || '_text', split_part(place, '.', 2));
  END LOOP;
  -- First and last days in order.
  FOREACH place IN ARRAY ARRAY['Project', 'Program', 'ProgramFunding', 'Edition', 'Membership', 'ProjectEvent'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ("endsOn" >= "startsOn")', place, place || '_days_in_order');
  END LOOP;
END $$;

-- A city's page has the shortest address, so a city may not be called like another page.
ALTER TABLE "Municipality" ADD CONSTRAINT "Municipality_slug_free" CHECK (slug NOT IN (
  'api', 'feeds', 'en', 'uk', 'pl', 'sessions', 'series', 'clubs', 'venues', 'programs', 'projects', 'organisations', 'districts', 'cities',
  'audiences', 'kinds', 'subscribe', 'week', 'accessibility', 'assets', 'healthz', 'readyz', 'panel', 'sign-ups', 'volunteers'));

ALTER TABLE "Installation" ADD CONSTRAINT "Installation_one_row" CHECK (id = 1);
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_position" CHECK (
  (latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
ALTER TABLE "Room" ADD CONSTRAINT "Room_bounds" CHECK (capacity > 0 AND "setupMinutes" BETWEEN 0 AND 1440 AND "clearMinutes" BETWEEN 0 AND 1440);
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_bounds" CHECK (value >= 0 AND (unit <> 'PERCENT' OR value <= 100));
ALTER TABLE "Project" ADD CONSTRAINT "Project_amounts" CHECK (
  "valueTotal" >= 0 AND "grantTotal" >= 0 AND "grantEu" >= 0 AND "grantNational" >= 0 AND "peopleTarget" > 0);
ALTER TABLE "ProjectPart" ADD CONSTRAINT "ProjectPart_amounts" CHECK (value >= 0 AND eu >= 0);
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_size" CHECK (size > 0);
ALTER TABLE "Group" ADD CONSTRAINT "Group_size" CHECK (size > 0);
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_bounds" CHECK (capacity > 0 AND "careSeats" >= 0);
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_discreet_face" CHECK (NOT "isDiscreet" OR "discreetTitle" IS NOT NULL);
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_room_has_venue" CHECK ("roomId" IS NULL OR "venueId" IS NOT NULL);
ALTER TABLE "Session" ADD CONSTRAINT "Session_room_has_venue" CHECK ("roomId" IS NULL OR "venueId" IS NOT NULL);
ALTER TABLE "Session" ADD CONSTRAINT "Session_when" CHECK (
  "endsAt" > "startsAt" AND "occupiedFrom" <= "startsAt" AND "occupiedTo" >= "endsAt"
  AND CASE "whenKind"
    WHEN 'TIMED' THEN "wallStart" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$' AND "wallEnd" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'
    ELSE "wallStart" ~ '^\d{4}-\d\d-\d\d$' AND "wallEnd" ~ '^\d{4}-\d\d-\d\d$' AND "wallEnd" >= "wallStart"
  END);
ALTER TABLE "Session" ADD CONSTRAINT "Session_cancelled_when" CHECK ((status = 'CANCELLED') = ("cancelledAt" IS NOT NULL));
ALTER TABLE "Session" ADD CONSTRAINT "Session_moved_from" CHECK (("movedFrom" IS NULL) = ("movedAt" IS NULL));
ALTER TABLE "Session" ADD CONSTRAINT "Session_people" CHECK ("peopleCount" >= 0);
ALTER TABLE "Session" ADD CONSTRAINT "Session_overrides" CHECK (overrides <@ ARRAY['when', 'place', 'title', 'host', 'note']);

-- One session per occurrence of a rule; deferrable, because a shifted series passes through doubles on its way.
ALTER TABLE "Session" ADD CONSTRAINT "Session_recurrence" EXCLUDE USING btree
  ("activityId" WITH =, "recurrenceId" WITH =) WHERE ("removedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- A room is never booked twice, drafts included.
ALTER TABLE "Session" ADD CONSTRAINT "Session_room_free" EXCLUDE USING gist
  ("roomId" WITH =, tstzrange("occupiedFrom", "occupiedTo") WITH &&)
  WHERE (status <> 'CANCELLED' AND "removedAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
