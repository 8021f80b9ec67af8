import type { ClientBase } from 'pg'

/** Each group is a city of its own with one of everything and this many sessions, all inside a feed's window. */
export const sessionsInGroup = 200

/** The feeds that hold the sessions of a group and no others: eight named ones, and two as a phone might subscribe to them. */
export const feedsOfGroup = (group: number): readonly string[] => [
  `/feeds/cities/miasto-${group}.ics`,
  `/feeds/districts/osiedle-${group}.ics`,
  `/feeds/organisations/osrodek-${group}.ics`,
  `/feeds/projects/projekt-${group}.ics`,
  `/feeds/programs/program-${group}.ics`,
  `/feeds/clubs/klub-${group}.ics`,
  `/feeds/venues/swietlica-${group}.ics`,
  `/feeds/series/cykl-${group}.ics`,
  `/feeds/cities/miasto-${group}.ics?stepFree=yes`,
  `/feeds/cities/miasto-${group}.ics?lang=en`,
]

/**
 * Fills an empty database with invented groups, numbered from 1, in plain SQL: sessions from 40 days back, one every second day.
 * Tidies up at the end, as PostgreSQL would do by itself within minutes, in the middle of a measurement.
 */
export async function fillSeason(client: ClientBase, groups: number): Promise<void> {
  await client.query('BEGIN')
  await client.query(`
    CREATE TEMP TABLE made ON COMMIT DROP AS
    SELECT number, gen_random_uuid() AS city, gen_random_uuid() AS district, gen_random_uuid() AS organisation, gen_random_uuid() AS project,
      gen_random_uuid() AS part, gen_random_uuid() AS program, gen_random_uuid() AS club, gen_random_uuid() AS venue,
      gen_random_uuid() AS room, gen_random_uuid() AS series, gen_random_uuid() AS activity
    FROM generate_series(1, ${groups}) AS number`)
  for (const insert of inserts) await client.query(insert)
  await client.query('COMMIT')
  await client.query('VACUUM ANALYZE')
}

const inserts = [
  `INSERT INTO "Municipality" (id, slug, name, voivodeship) SELECT city, 'miasto-' || number, 'Miasto ' || number, 'śląskie' FROM made`,
  `INSERT INTO "District" (id, "municipalityId", slug, name) SELECT district, city, 'osiedle-' || number, 'Osiedle Źródlane' FROM made`,
  `INSERT INTO "Organisation" (id, slug, name, kind, "municipalityId", "isSample")
   SELECT organisation, 'osrodek-' || number, 'Ośrodek ' || number, 'SOCIAL_CENTRE', city, true FROM made`,
  `INSERT INTO "Project" (id, slug, name, "municipalityId", "startsOn", "endsOn", "fundLines", "fundSentence", "isSample")
   SELECT project, 'projekt-' || number, 'Projekt przykładowy ' || number, city, current_date - 900, current_date + 900, '{}',
     '{"pl": "Projekt wymyślony, przez nikogo niefinansowany.", "en": "An invented project, paid for by nobody."}', true FROM made`,
  `INSERT INTO "ProjectOrganisation" ("projectId", "organisationId", role) SELECT project, organisation, 'IMPLEMENTER' FROM made`,
  `INSERT INTO "ProjectPart" (id, "projectId", position, code, name) SELECT part, project, 1, '1', 'Część pierwsza' FROM made`,
  `INSERT INTO "Program" (id, slug, name, "municipalityId", "operatorId", openness, audiences, "isSample")
   SELECT program, 'program-' || number, 'Program ' || number, city, organisation, 'CITY', '{}', true FROM made`,
  `INSERT INTO "ProgramFunding" ("programId", "partId", "startsOn", "endsOn") SELECT program, part, current_date - 900, current_date + 900 FROM made`,
  `INSERT INTO "Club" (id, slug, name, "programId", "districtId", audiences, "isSample")
   SELECT club, 'klub-' || number, 'Klub „Przy Kominie” ' || number, program, district, '{}', true FROM made`,
  `INSERT INTO "Venue" (id, slug, name, "municipalityId", "districtId", address, latitude, longitude, directions, "isSample")
   SELECT venue, 'swietlica-' || number, 'Świetlica ' || number, city, district, 'ul. Zmyślona ' || number, 50.3, 18.6,
     '{"pl": "Wejście od podwórka, dzwonek po lewej stronie drzwi.", "en": "Enter from the courtyard."}', true FROM made`,
  `INSERT INTO "VenueAccessibility" ("venueId", fact, value)
   SELECT venue, fact::"AccessibilityFact", 'YES' FROM made, unnest(ARRAY['STEP_FREE_ENTRANCE', 'ACCESSIBLE_TOILET', 'INDUCTION_LOOP']) AS fact`,
  `INSERT INTO "Room" (id, "venueId", name, "stepFree") SELECT room, venue, 'sala 2', 'YES' FROM made`,
  `INSERT INTO "Series" (id, slug, title, "programId", "clubId", "isSample")
   SELECT series, 'cykl-' || number, '{"pl": "Naprawiamy rowery", "en": "Mending bicycles"}', program, club, true FROM made`,
  `INSERT INTO "Activity" (id, "seriesId", position, status, title, description, kind, audiences, languages, host, "venueId", "roomId",
     "stepFree", bring, "isFree", "contactPhone", "contactHours", enrolment, schedule)
   SELECT activity, series, 1, 'PUBLISHED', '{"pl": "Naprawiamy rowery", "en": "Mending bicycles"}',
     jsonb_build_object('pl', repeat('Spotykamy się, żeby razem porobić coś pożytecznego; herbata i ciasto są na miejscu. ', 2),
       'en', repeat('We meet to do something useful together; there is tea and cake. ', 2)),
     kinds[1 + number % array_length(kinds, 1)], ARRAY[audiences[1 + number % array_length(audiences, 1)]], '{pl}', 'Zofia Zmyślona', venue, room,
     'YES', '{"pl": "Weź wygodny strój i wodę.", "en": "Bring comfortable clothes and water."}', true, '000 000 000', '{"pl": "pon.–pt. 8–15"}',
     'PER_SESSION', '{"kind": "picked", "zone": "Europe/Warsaw", "spans": []}'
   FROM made, (SELECT enum_range(NULL::"ActivityKind") AS kinds, enum_range(NULL::"Audience") AS audiences) AS lists`,
  `INSERT INTO "Session" ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo",
     "venueId", "roomId", overrides, "publishedAt")
   SELECT activity, wall_start, 'TIMED', wall_start, wall_end, starts, ends, starts, ends, venue, room, '{}', now()
   FROM made, generate_series(0, ${sessionsInGroup - 1}) AS step,
     LATERAL (SELECT to_char(current_date - 40 + 2 * step, 'YYYY-MM-DD') AS day) AS days,
     LATERAL (SELECT day || 'T17:00:00' AS wall_start, day || 'T18:30:00' AS wall_end) AS walls,
     LATERAL (SELECT wall_start::timestamp AT TIME ZONE 'Europe/Warsaw' AS starts, wall_end::timestamp AT TIME ZONE 'Europe/Warsaw' AS ends) AS moments`,
]
