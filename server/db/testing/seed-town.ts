import type { Pool } from 'pg'

export type NewSession = {
  readonly activity: string
  readonly start: string
  /** 90 minutes after the start unless it is said. */
  readonly end?: string
  readonly venue?: string | null
  readonly title?: Readonly<Record<string, string>>
}

export type Town = {
  readonly venue: string
  readonly yoga: string
  readonly cinema: string
  readonly picnic: string
  readonly programs: { readonly zatorze: string; readonly dab: string }
  readonly addSession: (session: NewSession) => Promise<string>
}

/**
 * Two cities with a program each, in plain SQL as any writer might. In Gliwice, district Zatorze: yoga for seniors and an open-air
 * cinema of a club, in one venue; in Katowice a picnic in the open. No sessions.
 */
export async function seedTown(pool: Pool): Promise<Town> {
  const one = async (sql: string, values: readonly unknown[] = []): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>(`${sql} RETURNING id`, [...values])
    return rows[0]!.id
  }
  const city = (slug: string, name: string): Promise<string> =>
    one(`INSERT INTO "Municipality" (slug, name, voivodeship) VALUES ($1, $2, 'śląskie')`, [slug, name])
  const program = (slug: string, name: string, municipality: string): Promise<string> =>
    one(`INSERT INTO "Program" (slug, name, "municipalityId", openness, audiences) VALUES ($1, $2, $3, 'CITY', '{}')`, [
      slug,
      name,
      municipality,
    ])
  const activity = async (
    slug: string,
    inProgram: string,
    club: string | null,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<string> => {
    const title = { pl: slug.replaceAll('-', ' ') }
    const series = await one(`INSERT INTO "Series" (slug, title, "programId", "clubId") VALUES ($1, $2, $3, $4)`, [
      slug,
      title,
      inProgram,
      club,
    ])
    const all = {
      title,
      languages: ['pl'],
      enrolment: 'OPEN',
      schedule: { kind: 'picked', zone: 'Europe/Warsaw', spans: [] },
      ...columns,
    }
    const names = Object.keys(all).map((name) => `"${name}"`)
    const places = names.map((_, index) => `$${index + 2}`)
    return one(
      `INSERT INTO "Activity" ("seriesId", position, status, ${names.join(', ')}) VALUES ($1, 1, 'PUBLISHED', ${places.join(', ')})`,
      [series, ...Object.values(all)],
    )
  }

  const [gliwice, katowice] = [await city('gliwice', 'Gliwice'), await city('katowice', 'Katowice')]
  const district = await one(`INSERT INTO "District" ("municipalityId", slug, name) VALUES ($1, 'gliwice-zatorze', 'Zatorze')`, [
    gliwice,
  ])
  const venue = await one(
    `INSERT INTO "Venue" (slug, name, "municipalityId", "districtId", address) VALUES ('swietlica', 'Świetlica', $1, $2, 'ul. Zmyślona 1')`,
    [gliwice, district],
  )
  const zatorze = await program('zatorze-razem', 'Zatorze razem', gliwice)
  const dab = await program('dab-na-dworze', 'Dąb na dworze', katowice)
  const club = await one(
    `INSERT INTO "Club" (slug, name, "programId", "districtId") VALUES ('klub-kinomana', 'Klub Kinomana', $1, $2)`,
    [zatorze, district],
  )
  const yoga = await activity('joga', zatorze, null, { kind: 'WORKSHOP', audiences: ['SENIORS'], venueId: venue })
  const cinema = await activity('kino', zatorze, club, { kind: 'OPEN_AIR_CINEMA', audiences: ['EVERYONE'], venueId: venue })
  const picnic = await activity('piknik', dab, null, { kind: 'NEIGHBOURHOOD_PICNIC', audiences: ['FAMILIES'], stepFree: 'YES' })
  const venueOf: Readonly<Record<string, string | null>> = { [yoga]: venue, [cinema]: venue, [picnic]: null }

  async function addSession({ activity: of, start, end, venue: at = venueOf[of] ?? null, title }: NewSession): Promise<string> {
    const allDay = !start.includes('T')
    const last = end ?? (allDay ? start : new Date(Date.parse(`${start}Z`) + 5_400_000).toISOString().slice(0, 19))
    return one(
      `INSERT INTO "Session" ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo",
         "venueId", title, overrides)
       SELECT $1, gen_random_uuid(), $2::"WhenKind", $3, $4, span.starts, span.ends, span.starts, span.ends, $5, $6, '{}'
       FROM (SELECT ($3::text)::timestamp AT TIME ZONE 'Europe/Warsaw' AS starts,
               (($4::text)::timestamp + CASE WHEN $7 THEN interval '1 day' ELSE interval '0' END) AT TIME ZONE 'Europe/Warsaw' AS ends) AS span`,
      [of, allDay ? 'ALL_DAY' : 'TIMED', start, last, at, title ?? null, allDay],
    )
  }
  return { venue, yoga, cinema, picnic, programs: { zatorze, dab }, addSession }
}
