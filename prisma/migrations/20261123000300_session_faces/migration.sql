-- The face of a session: everything its VEVENT shows, and the slugs it is found by.
--
-- Whoever writes anything that some session shows - the session, its activity, a venue's address, a program's name, a
-- fund's sentence - need not know it: triggers note what was written, and before the transaction commits settle_faces()
-- computes the faces again, raises SEQUENCE and LAST-MODIFIED where they differ, leaves rows in "Change" and notifies.

CREATE FUNCTION slug_of(code text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT replace(lower(code), '_', '-') $$;

CREATE FUNCTION epoch_ms(moment timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT (extract(epoch FROM moment) * 1000)::bigint $$;

CREATE VIEW session_face_now AS
SELECT
  s.id AS "sessionId",
  s."startsAt",
  s."endsAt",
  s."createdAt",
  CASE WHEN s.status = 'CANCELLED' THEN greatest(s."cancelledAt" + interval '30 days', s."endsAt" + interval '7 days') END AS "showUntil",
  jsonb_build_object(
    'when', jsonb_build_object(
      'kind', slug_of(s."whenKind"::text), 'start', s."wallStart", 'end', s."wallEnd",
      'startMs', epoch_ms(s."startsAt"), 'endMs', epoch_ms(s."endsAt")),
    'cancelled', CASE WHEN s.status = 'CANCELLED' THEN jsonb_build_object(
      'atMs', epoch_ms(s."cancelledAt"), 'reason', s."cancelReason", 'insteadText', s."insteadText",
      'instead', (
        SELECT jsonb_build_object('id', i.id, 'kind', slug_of(i."whenKind"::text), 'start', i."wallStart")
        FROM "Session" i WHERE i.id = s."insteadId" AND i."removedAt" IS NULL)) END,
    'moved', CASE WHEN s."movedFrom" IS NOT NULL THEN jsonb_build_object(
      'atMs', epoch_ms(s."movedAt"), 'from', s."movedFrom", 'reason', s."moveReason") END,
    'city', jsonb_build_object('slug', city.slug, 'name', city.name),
    'sample', ser."isSample",
    'discreet', a."isDiscreet"
  ) || CASE WHEN a."isDiscreet" THEN jsonb_build_object('title', a."discreetTitle") ELSE jsonb_build_object(
    'title', coalesce(s.title, a.title),
    'description', a.description,
    'note', s.note,
    'kind', a.kind,
    'audiences', to_jsonb(a.audiences),
    'languages', to_jsonb(a.languages),
    'host', CASE WHEN 'host' = ANY (s.overrides) THEN s.host ELSE a.host END,
    'planB', a."planB",
    'meetingPoint', a."meetingPoint",
    'bring', a.bring,
    'isFree', a."isFree",
    'costText', a."costText",
    'careSeats', a."careSeats",
    'signLanguage', a."signLanguage",
    'easyToRead', a."easyToRead",
    'inductionLoop', a."inductionLoop",
    'contact', jsonb_build_object('phone', a."contactPhone", 'email', a."contactEmail", 'hours', a."contactHours"),
    'enrolment', a.enrolment,
    'eligibility', a.eligibility,
    'stepFree', step.free,
    'venue', CASE WHEN venue.id IS NOT NULL THEN jsonb_build_object(
      'slug', venue.slug, 'name', venue.name, 'address', venue.address, 'latitude', venue.latitude, 'longitude', venue.longitude,
      'directions', venue.directions,
      'accessibility', (SELECT coalesce(jsonb_object_agg(fact, value), '{}') FROM "VenueAccessibility" WHERE "venueId" = venue.id)) END,
    'room', room.name,
    'district', CASE WHEN district.id IS NOT NULL THEN jsonb_build_object('slug', district.slug, 'name', district.name) END,
    'program', jsonb_build_object('slug', program.slug, 'name', program.name),
    'club', CASE WHEN club.id IS NOT NULL THEN jsonb_build_object('slug', club.slug, 'name', club.name) END,
    'series', jsonb_build_object('slug', ser.slug, 'title', ser.title),
    'funding', coalesce(paid.sentences, '[]')
  ) END AS shown,
  CASE
    WHEN s."removedAt" IS NOT NULL OR a.status <> 'PUBLISHED' OR (a."isDiscreet" AND NOT a."discreetListed") THEN NULL
    WHEN a."isDiscreet" THEN jsonb_build_object(
      'cities', jsonb_build_array(city.slug), 'districts', '[]'::jsonb, 'organisations', '[]'::jsonb, 'projects', '[]'::jsonb,
      'programs', '[]'::jsonb, 'clubs', '[]'::jsonb, 'venues', '[]'::jsonb, 'audiences', '[]'::jsonb, 'kinds', '[]'::jsonb,
      'series', '[]'::jsonb, 'stepFree', false)
    ELSE jsonb_build_object(
      'cities', jsonb_build_array(city.slug),
      'districts', CASE WHEN district.id IS NULL THEN '[]' ELSE jsonb_build_array(district.slug) END,
      'organisations', (
        SELECT coalesce(jsonb_agg(o.slug ORDER BY o.slug), '[]') FROM "Organisation" o
        WHERE o.id = program."operatorId" OR o.id = ANY (paid.organisations)),
      'projects', coalesce(paid.projects, '[]'),
      'programs', jsonb_build_array(program.slug),
      'clubs', CASE WHEN club.id IS NULL THEN '[]' ELSE jsonb_build_array(club.slug) END,
      'venues', CASE WHEN venue.id IS NULL THEN '[]' ELSE jsonb_build_array(venue.slug) END,
      'audiences', (SELECT coalesce(jsonb_agg(slug_of(code::text) ORDER BY code::text), '[]') FROM unnest(a.audiences) AS code),
      'kinds', jsonb_build_array(slug_of(a.kind::text)),
      'series', jsonb_build_array(ser.slug),
      'stepFree', step.free = 'YES')
  END AS facts
FROM "Session" s
JOIN "Activity" a ON a.id = s."activityId"
JOIN "Series" ser ON ser.id = a."seriesId"
JOIN "Program" program ON program.id = ser."programId"
JOIN "Municipality" city ON city.id = program."municipalityId"
LEFT JOIN "Club" club ON club.id = ser."clubId"
LEFT JOIN "Venue" venue ON venue.id = s."venueId"
LEFT JOIN "Room" room ON room.id = s."roomId"
LEFT JOIN "District" district ON district.id = CASE WHEN venue.id IS NULL THEN coalesce(a."districtId", club."districtId") ELSE venue."districtId" END
-- Step-free all the way: the entrance and the room. Without a venue the activity itself says.
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN venue.id IS NULL THEN a."stepFree"
    WHEN 'NO' IN (entrance.value, coalesce(room."stepFree", 'YES')) THEN 'NO'
    WHEN 'UNKNOWN' IN (entrance.value, coalesce(room."stepFree", 'YES')) THEN 'UNKNOWN'
    ELSE 'YES' END AS free
  FROM (
    SELECT coalesce(
      (SELECT value FROM "VenueAccessibility" WHERE "venueId" = venue.id AND fact = 'STEP_FREE_ENTRANCE'), 'UNKNOWN') AS value
  ) entrance
) step
-- The money that pays for the program on the day of this session, and whose it is.
CROSS JOIN LATERAL (
  SELECT
    jsonb_agg(DISTINCT project.slug) AS projects,
    jsonb_agg(DISTINCT project."fundSentence") FILTER (WHERE project."fundSentence" IS NOT NULL) AS sentences,
    array_agg(DISTINCT po."organisationId") FILTER (WHERE po.role <> 'MANAGING_AUTHORITY') AS organisations
  FROM "ProgramFunding" f
  JOIN "ProjectPart" part ON part.id = f."partId"
  JOIN "Project" project ON project.id = part."projectId"
  LEFT JOIN "ProjectOrganisation" po ON po."projectId" = project.id
  WHERE f."programId" = program.id AND left(s."wallStart", 10)::date BETWEEN f."startsOn" AND f."endsOn"
) paid;

-- Notes what a statement wrote. Arguments: the source's name, the column that holds its id.
CREATE FUNCTION queue_faces() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unseen CONSTANT text[] := ARRAY['peopleCount', 'version']; -- columns that no face shows
  written uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT (to_jsonb(n) ->> TG_ARGV[1])::uuid) INTO written FROM new_rows n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT (to_jsonb(o) ->> TG_ARGV[1])::uuid) INTO written FROM old_rows o;
  ELSE
    SELECT array_agg(DISTINCT (differing.row ->> TG_ARGV[1])::uuid) INTO written FROM (
      (SELECT to_jsonb(o) - unseen AS row FROM old_rows o EXCEPT SELECT to_jsonb(n) - unseen FROM new_rows n)
      UNION ALL
      (SELECT to_jsonb(n) - unseen FROM new_rows n EXCEPT SELECT to_jsonb(o) - unseen FROM old_rows o)
    ) AS differing;
  END IF;
  IF written IS NOT NULL THEN
    INSERT INTO "FaceQueue" (source, ids) VALUES (TG_ARGV[0], written);
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  source text[];
BEGIN
  FOREACH source SLICE 1 IN ARRAY ARRAY[
    ['Session', 'session', 'id'], ['Activity', 'activity', 'id'], ['Series', 'series', 'id'], ['Club', 'club', 'id'],
    ['Program', 'program', 'id'], ['ProgramFunding', 'program', 'programId'],
    ['ProjectPart', 'project', 'projectId'], ['Project', 'project', 'id'], ['ProjectOrganisation', 'project', 'projectId'],
    ['Organisation', 'organisation', 'id'], ['Venue', 'venue', 'id'], ['VenueAccessibility', 'venue', 'venueId'], ['Room', 'room', 'id'],
    ['District', 'district', 'id'], ['Municipality', 'municipality', 'id']] LOOP
    EXECUTE format('CREATE TRIGGER faces_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION queue_faces(%L, %L)',
      source[1], source[2], source[3]);
    EXECUTE format('CREATE TRIGGER faces_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION queue_faces(%L, %L)',
      source[1], source[2], source[3]);
    EXECUTE format('CREATE TRIGGER faces_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION queue_faces(%L, %L)',
      source[1], source[2], source[3]);
  END LOOP;
END $$;

-- The ids of "Change" rows that the running transaction wrote, as 'first-last', for the writer itself and for NOTIFY.
-- All rows are numbered under one lock held until commit, so a range never holds another transaction's rows.
CREATE FUNCTION announce_changes(first_id bigint, last_id bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  earlier text := nullif(current_setting('podworko.changes', true), '');
BEGIN
  IF first_id IS NULL THEN
    RETURN;
  END IF;
  PERFORM set_config('podworko.changes', coalesce(split_part(earlier, '-', 1), first_id::text) || '-' || last_id, true);
  PERFORM pg_notify('podworko_change', first_id || '-' || last_id);
END $$;

CREATE FUNCTION settle_faces() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_ids uuid[];
  activity_ids uuid[];
  series_ids uuid[];
  club_ids uuid[];
  program_ids uuid[];
  project_ids uuid[];
  organisation_ids uuid[];
  venue_ids uuid[];
  room_ids uuid[];
  district_ids uuid[];
  municipality_ids uuid[];
  first_id bigint;
  last_id bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM "FaceQueue") THEN
    RETURN NULL; -- an earlier row of this transaction settled everything
  END IF;
  -- One at a time until commit: two edits of one session's surroundings would else each miss the other.
  PERFORM pg_advisory_xact_lock(72707370);

  WITH taken AS (DELETE FROM "FaceQueue" RETURNING source, ids),
    written AS (SELECT source, unnest(ids) AS id FROM taken)
  SELECT
    array_agg(id) FILTER (WHERE source = 'session'), array_agg(id) FILTER (WHERE source = 'activity'),
    array_agg(id) FILTER (WHERE source = 'series'), array_agg(id) FILTER (WHERE source = 'club'),
    array_agg(id) FILTER (WHERE source = 'program'), array_agg(id) FILTER (WHERE source = 'project'),
    array_agg(id) FILTER (WHERE source = 'organisation'), array_agg(id) FILTER (WHERE source = 'venue'),
    array_agg(id) FILTER (WHERE source = 'room'), array_agg(id) FILTER (WHERE source = 'district'),
    array_agg(id) FILTER (WHERE source = 'municipality')
  INTO session_ids, activity_ids, series_ids, club_ids, program_ids, project_ids, organisation_ids, venue_ids, room_ids,
    district_ids, municipality_ids
  FROM written;

  -- From the outermost inwards, each step by index.
  IF organisation_ids IS NOT NULL THEN
    project_ids := coalesce(project_ids, '{}') || ARRAY(SELECT "projectId" FROM "ProjectOrganisation" WHERE "organisationId" = ANY (organisation_ids));
    program_ids := coalesce(program_ids, '{}') || ARRAY(SELECT id FROM "Program" WHERE "operatorId" = ANY (organisation_ids));
  END IF;
  IF project_ids IS NOT NULL THEN
    program_ids := coalesce(program_ids, '{}') || ARRAY(
      SELECT f."programId" FROM "ProgramFunding" f JOIN "ProjectPart" part ON part.id = f."partId" WHERE part."projectId" = ANY (project_ids));
  END IF;
  IF municipality_ids IS NOT NULL THEN
    program_ids := coalesce(program_ids, '{}') || ARRAY(SELECT id FROM "Program" WHERE "municipalityId" = ANY (municipality_ids));
  END IF;
  IF district_ids IS NOT NULL THEN
    club_ids := coalesce(club_ids, '{}') || ARRAY(SELECT id FROM "Club" WHERE "districtId" = ANY (district_ids));
    venue_ids := coalesce(venue_ids, '{}') || ARRAY(SELECT id FROM "Venue" WHERE "districtId" = ANY (district_ids));
    activity_ids := coalesce(activity_ids, '{}') || ARRAY(SELECT id FROM "Activity" WHERE "districtId" = ANY (district_ids));
  END IF;
  IF program_ids IS NOT NULL THEN
    series_ids := coalesce(series_ids, '{}') || ARRAY(SELECT id FROM "Series" WHERE "programId" = ANY (program_ids));
  END IF;
  IF club_ids IS NOT NULL THEN
    series_ids := coalesce(series_ids, '{}') || ARRAY(SELECT id FROM "Series" WHERE "clubId" = ANY (club_ids));
  END IF;
  IF series_ids IS NOT NULL THEN
    activity_ids := coalesce(activity_ids, '{}') || ARRAY(SELECT id FROM "Activity" WHERE "seriesId" = ANY (series_ids));
  END IF;
  session_ids := ARRAY(
    SELECT unnest(session_ids)
    UNION SELECT id FROM "Session" WHERE "insteadId" = ANY (session_ids)
    UNION SELECT id FROM "Session" WHERE "activityId" = ANY (activity_ids)
    UNION SELECT id FROM "Session" WHERE "venueId" = ANY (venue_ids)
    UNION SELECT id FROM "Session" WHERE "roomId" = ANY (room_ids));

  WITH before AS (SELECT "sessionId", facts FROM "SessionFace" WHERE "sessionId" = ANY (session_ids)),
    written AS (
      INSERT INTO "SessionFace" AS face ("sessionId", shown, facts, "showUntil", "startsAt", "endsAt", "createdAt", "modifiedAt")
      SELECT "sessionId", shown, facts, "showUntil", "startsAt", "endsAt", "createdAt", date_trunc('second', clock_timestamp())
      FROM session_face_now WHERE "sessionId" = ANY (session_ids)
      ON CONFLICT ("sessionId") DO UPDATE SET
        shown = excluded.shown, facts = excluded.facts, "showUntil" = excluded."showUntil",
        "startsAt" = excluded."startsAt", "endsAt" = excluded."endsAt",
        sequence = face.sequence + 1, "modifiedAt" = greatest(excluded."modifiedAt", face."modifiedAt" + interval '1 second')
      WHERE (face.shown, face.facts) IS DISTINCT FROM (excluded.shown, excluded.facts)
      RETURNING face."sessionId", face.facts, face."modifiedAt"),
    noted AS (
      INSERT INTO "Change" (at, "sessionId", before, after)
      SELECT written."modifiedAt", written."sessionId", before.facts, written.facts
      FROM written LEFT JOIN before USING ("sessionId")
      WHERE before.facts IS NOT NULL OR written.facts IS NOT NULL
      RETURNING id)
  SELECT min(id), max(id) INTO first_id, last_id FROM noted;
  PERFORM announce_changes(first_id, last_id);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER settle AFTER INSERT ON "FaceQueue" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settle_faces();

-- A session that is deleted for good (sample data taken out) leaves its feeds too.
CREATE FUNCTION note_deleted_faces() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first_id bigint;
  last_id bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(72707370);
  WITH noted AS (
    INSERT INTO "Change" (at, "sessionId", before) SELECT date_trunc('second', clock_timestamp()), "sessionId", facts FROM old_rows WHERE facts IS NOT NULL RETURNING id)
  SELECT min(id), max(id) INTO first_id, last_id FROM noted;
  PERFORM announce_changes(first_id, last_id);
  RETURN NULL;
END $$;

CREATE TRIGGER face_deleted AFTER DELETE ON "SessionFace" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_deleted_faces();

-- Feeds carry the names of what they are named after, also when they hold no session. Arguments: the collection, the column of the name.
CREATE FUNCTION note_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  new_id bigint;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> 'slug' = to_jsonb(NEW) ->> 'slug' AND to_jsonb(OLD) -> TG_ARGV[1] = to_jsonb(NEW) -> TG_ARGV[1] THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(72707370);
  INSERT INTO "Change" (at, before, after) VALUES (
    date_trunc('second', clock_timestamp()),
    CASE WHEN TG_OP <> 'INSERT' THEN jsonb_build_object(TG_ARGV[0], jsonb_build_array(OLD.slug)) END,
    CASE WHEN TG_OP <> 'DELETE' THEN jsonb_build_object(TG_ARGV[0], jsonb_build_array(NEW.slug)) END)
  RETURNING id INTO new_id;
  PERFORM announce_changes(new_id, new_id);
  RETURN NULL;
END $$;

DO $$
DECLARE
  named text[];
BEGIN
  FOREACH named SLICE 1 IN ARRAY ARRAY[
    ['Municipality', 'cities', 'name'], ['District', 'districts', 'name'], ['Organisation', 'organisations', 'name'], ['Project', 'projects', 'name'],
    ['Program', 'programs', 'name'], ['Club', 'clubs', 'name'], ['Venue', 'venues', 'name'], ['Series', 'series', 'title']] LOOP
    EXECUTE format('CREATE TRIGGER named AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION note_named(%L, %L)', named[1], named[2], named[3]);
  END LOOP;
END $$;

-- Raises every public session once: the wording of feeds or the public address has changed.
CREATE FUNCTION bump_all_faces() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first_id bigint;
  last_id bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(72707370);
  WITH written AS (
      UPDATE "SessionFace" SET sequence = sequence + 1,
        "modifiedAt" = greatest(date_trunc('second', clock_timestamp()), "modifiedAt" + interval '1 second')
      WHERE facts IS NOT NULL RETURNING "sessionId", facts, "modifiedAt"),
    noted AS (INSERT INTO "Change" (at, "sessionId", before, after) SELECT "modifiedAt", "sessionId", facts, facts FROM written RETURNING id)
  SELECT min(id), max(id) INTO first_id, last_id FROM noted;
  PERFORM announce_changes(first_id, last_id);
END $$;
