import type { Pool } from 'pg'

async function one(pool: Pool, sql: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(sql, [...values])
  return rows[0]!.id
}

/** One program in one city with one session, made in plain SQL as any writer might. */
export async function seedSession(
  pool: Pool,
): Promise<{ session: string; venue: string; program: string; room: string; activity: string }> {
  const mark = Math.random().toString(36).slice(2, 8)
  const city = await one(
    pool,
    `INSERT INTO "Municipality" (slug, name, voivodeship) VALUES ($1, 'Gliwice', 'śląskie') RETURNING id`,
    [`gliwice-${mark}`],
  )
  const program = await one(
    pool,
    `INSERT INTO "Program" (slug, name, "municipalityId", openness, audiences) VALUES ($1, 'Zatorze razem', $2, 'CITY', '{}') RETURNING id`,
    [`zatorze-${mark}`, city],
  )
  const venue = await one(
    pool,
    `INSERT INTO "Venue" (slug, name, "municipalityId", address) VALUES ($1, 'Świetlica', $2, 'ul. Zmyślona 1') RETURNING id`,
    [`swietlica-${mark}`, city],
  )
  const room = await one(pool, `INSERT INTO "Room" ("venueId", name) VALUES ($1, 'sala 2') RETURNING id`, [venue])
  const series = await one(
    pool,
    `INSERT INTO "Series" (slug, title, "programId") VALUES ($1, '{"pl": "Rowery"}', $2) RETURNING id`,
    [`rowery-${mark}`, program],
  )
  const activity = await one(
    pool,
    `INSERT INTO "Activity" ("seriesId", position, status, title, kind, audiences, languages, enrolment, schedule)
     VALUES ($1, 1, 'PUBLISHED', '{"pl": "Naprawiamy rowery"}', 'WORKSHOP', '{SENIORS}', '{pl}', 'OPEN', '{"kind": "picked", "zone": "Europe/Warsaw", "spans": []}') RETURNING id`,
    [series],
  )
  return {
    session: await one(pool, insertSession, [activity, venue, room, '2026-11-23T17:00:00']),
    venue,
    program,
    room,
    activity,
  }
}

/** $1 activity, $2 venue, $3 room, $4 wall start; ends at 19:00. */
export const insertSession = `INSERT INTO "Session"
  ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo", "venueId", "roomId", overrides)
  VALUES ($1, $4, 'TIMED', $4, left($4, 11) || '19:00:00', $4::timestamp AT TIME ZONE 'Europe/Warsaw', (left($4, 11) || '19:00:00')::timestamp AT TIME ZONE 'Europe/Warsaw',
    $4::timestamp AT TIME ZONE 'Europe/Warsaw', (left($4, 11) || '19:00:00')::timestamp AT TIME ZONE 'Europe/Warsaw', $2, $3, '{}') RETURNING id`
