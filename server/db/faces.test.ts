import { describe, expect, it } from 'vitest'
import { freshDatabase } from './testing/fresh-database.ts'
import { insertSession, seedSession } from './testing/seed-session.ts'

const { pool } = await freshDatabase()

type Face = {
  readonly sequence: number
  readonly modifiedAt: Date
  readonly shown: {
    readonly title: { readonly pl: string }
    readonly venue: { readonly address: string }
    readonly stepFree: string
  }
  readonly facts: Readonly<Record<string, unknown>> | null
}

async function face(id: string): Promise<Face> {
  const { rows } = await pool.query<Face>('SELECT * FROM "SessionFace" WHERE "sessionId" = $1', [id])
  return rows[0]!
}

describe('the face of a session', () => {
  it('is made with the session and found by its slugs', async () => {
    const { session } = await seedSession(pool)
    const made = await face(session)
    expect(made.sequence).toBe(0)
    expect(made.shown.title.pl).toBe('Naprawiamy rowery')
    expect(made.facts).toMatchObject({ kinds: ['workshop'], audiences: ['seniors'], stepFree: false, projects: [] })
  })

  it('rises when the address of its venue is corrected, and only then', async () => {
    const { session, venue } = await seedSession(pool)
    const before = await face(session)
    await pool.query(`UPDATE "Venue" SET address = 'ul. Zmyślona 3' WHERE id = $1`, [venue])
    const after = await face(session)
    expect(after).toMatchObject({ sequence: 1, shown: { venue: { address: 'ul. Zmyślona 3' } } })
    expect(after.modifiedAt.getTime()).toBeGreaterThan(before.modifiedAt.getTime())
    await pool.query(`UPDATE "Venue" SET address = address WHERE id = $1`, [venue])
    await pool.query(`UPDATE "Session" SET "peopleCount" = 12, version = 7 WHERE id = $1`, [session])
    expect(await face(session)).toEqual(after)
  })

  it('says step-free only when the entrance and the room both are', async () => {
    const { session, venue, room } = await seedSession(pool)
    expect((await face(session)).shown.stepFree).toBe('UNKNOWN')
    await pool.query(`INSERT INTO "VenueAccessibility" ("venueId", fact, value) VALUES ($1, 'STEP_FREE_ENTRANCE', 'YES')`, [
      venue,
    ])
    await pool.query(`UPDATE "Room" SET "stepFree" = 'NO' WHERE id = $1`, [room])
    expect((await face(session)).shown.stepFree).toBe('NO')
    await pool.query(`UPDATE "Room" SET "stepFree" = 'YES' WHERE id = $1`, [room])
    expect(await face(session)).toMatchObject({ shown: { stepFree: 'YES' }, facts: { stepFree: true } })
  })

  it('leaves the public with a draft and comes back with a higher sequence', async () => {
    const { session, activity } = await seedSession(pool)
    await pool.query(`UPDATE "Activity" SET status = 'DRAFT' WHERE id = $1`, [activity])
    expect((await face(session)).facts).toBeNull()
    await pool.query(`UPDATE "Activity" SET status = 'PUBLISHED' WHERE id = $1`, [activity])
    expect(await face(session)).toMatchObject({ sequence: 2, facts: { kinds: ['workshop'] } })
  })

  it('of a discreet activity says neither what nor where', async () => {
    const { session, activity } = await seedSession(pool)
    await pool.query(
      `UPDATE "Activity" SET "isDiscreet" = true, "discreetListed" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`,
      [activity],
    )
    const { shown, facts } = await face(session)
    expect(JSON.stringify({ shown, facts })).not.toMatch(/rower|Zmyślona|zatorze|workshop|sala/i)
    expect(shown.title.pl).toBe('Spotkanie')
  })

  it('notes the slugs before and after a change, and announces the numbers of the rows', async () => {
    const { session } = await seedSession(pool)
    const listener = await pool.connect()
    const heard: string[] = []
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await listener.query('LISTEN podworko_change')
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [session])
    await listener.query('SELECT 1')
    listener.release(true)
    const { rows } = await pool.query('SELECT * FROM "Change" WHERE "sessionId" = $1 ORDER BY id', [session])
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({ before: { kinds: ['workshop'] }, after: { kinds: ['workshop'] } })
    expect(heard).toEqual([`${rows[1].id}-${rows[1].id}`])
  })

  it('survives two edits at once, of the session and of its surroundings', async () => {
    const { session, venue, program } = await seedSession(pool)
    await Promise.all([
      pool.query(`UPDATE "Venue" SET address = 'ul. Nowa 1' WHERE id = $1`, [venue]),
      pool.query(`UPDATE "Program" SET name = 'Zatorze znów razem' WHERE id = $1`, [program]),
      pool.query(`UPDATE "Session" SET title = '{"pl": "Rowery i hulajnogi"}', overrides = '{title}' WHERE id = $1`, [session]),
    ])
    const { shown } = await face(session)
    expect(shown).toMatchObject({
      title: { pl: 'Rowery i hulajnogi' },
      venue: { address: 'ul. Nowa 1' },
      program: { name: 'Zatorze znów razem' },
    })
  })
})

describe('a room', () => {
  it('takes one session at a time, a cancelled one apart', async () => {
    const { session, activity, venue, room } = await seedSession(pool)
    await expect(pool.query(insertSession, [activity, venue, room, '2026-11-23T18:00:00'])).rejects.toMatchObject({
      code: '23P01',
    })
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [session])
    await expect(pool.query(insertSession, [activity, venue, room, '2026-11-23T18:00:00'])).resolves.toMatchObject({
      rowCount: 1,
    })
  })

  it('is won by exactly one of 20 bookings at once', async () => {
    const { activity, venue, room } = await seedSession(pool)
    const hours = Array.from({ length: 20 }, (_, minute) => `2026-11-24T17:${String(minute).padStart(2, '0')}:00`)
    const results = await Promise.allSettled(hours.map((hour) => pool.query(insertSession, [activity, venue, room, hour])))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a text for residents', () => {
  it.each(['{"en": "Bikes"}', '"Rowery"', '{"pl": "Rowery", "de": "Räder"}', '{"pl": 3}'])('is refused as %s', async (title) => {
    const { session } = await seedSession(pool)
    await expect(pool.query(`UPDATE "Session" SET title = $1 WHERE id = $2`, [title, session])).rejects.toMatchObject({
      code: '23514',
    })
  })
})
