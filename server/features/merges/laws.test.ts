import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer } from '../../db/write.ts'
import { AppError } from '../../errors.ts'
import { settleSessions } from '../sign-ups/place-service.ts'
import { signUpService } from '../sign-ups/service.ts'
import { mergeService } from './service.ts'

const database = await freshDatabase()
const { pool } = database
const write = writer(database)
let nowMs = Date.parse('2026-11-23T11:00:00Z')
const clock = () => new Date(nowMs)
const signUps = signUpService({ database, write, clock })
const merges = mergeService({ database, write, clock })
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
const town = await seedTown(pool)
await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 3`)
const grants = [{ role: 'ADMINISTRATOR', scope: { kind: 'everywhere' }, ownOnly: false }] as const
const { accountId } = await seedAccount(pool, { grants })
const actor = { accountId, name: 'Wit', email: 'wit@example.pl', grants }
const by = { accountId, act: 'merge' }

type Act =
  | { readonly kind: 'join'; readonly seats: number }
  | { readonly kind: 'withdraw' | 'return' | 'divide'; readonly pick: number }
  | { readonly kind: 'merge'; readonly pick: number; readonly other: number }
  | { readonly kind: 'capacity'; readonly to: number }

const pick = fc.nat(20)
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('join' as const), seats: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('withdraw' as const, 'return' as const), pick }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('merge' as const), pick, other: pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('divide' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity' as const), to: fc.integer({ min: 1, max: 6 }) }) },
)

/** What a list says of everybody on it, but not who they are. */
const listOf = async (id: string): Promise<unknown> =>
  (
    await pool.query(
      'SELECT id, status, seats, position, "contactKey", "withdrawnAt" FROM "SignUp" WHERE "sessionId" = $1 ORDER BY id',
      [id],
    )
  ).rows
const ownersOf = async (id: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ id: string; personId: string }>(
    'SELECT id, "personId" FROM "SignUp" WHERE "sessionId" = $1',
    [id],
  )
  return new Map(rows.map((row) => [row.id, row.personId]))
}
const refused = (error: unknown): null => {
  if (error instanceof AppError) return null
  throw error
}

let daysUsed = 0
async function play(acted: readonly Act[]): Promise<void> {
  const seen = `2027-${String(1 + Math.floor(daysUsed / 28)).padStart(2, '0')}-${String(1 + (daysUsed++ % 28)).padStart(2, '0')}T17:00:00`
  const session = await town.addSession({ activity: town.yoga, start: seen, venue: null })
  const [tokens, first, open]: [string[], Map<string, string>, { id: string; into: string }[]] = [[], new Map(), []]
  for (const act of acted) {
    nowMs += 60_000
    const before = await listOf(session)
    const people = [...new Set((await ownersOf(session)).values())].toSorted()
    if (act.kind === 'join') {
      const others = Array.from({ length: act.seats - 1 }, () => ({ name: 'Gość', child: false }))
      const input = {
        name: 'Ewa Próbna',
        contact: `e${nowMs}@example.pl`,
        attending: true,
        others,
        language: 'pl',
        seen,
      } as const
      tokens.push((await signUps.join(session, { ...input, waiting: true, notice: noticeVersion }, null)).token)
      for (const [id, owner] of await ownersOf(session)) if (!first.has(id)) first.set(id, owner)
    } else if (act.kind === 'withdraw' || act.kind === 'return') {
      const token = tokens[act.pick % tokens.length]
      if (token) await (act.kind === 'withdraw' ? signUps.withdraw(token) : signUps.undo(token)).catch(refused)
    } else if (act.kind === 'capacity') {
      await pool.query('UPDATE "Activity" SET capacity = $2 WHERE id = $1', [town.yoga, act.to])
      await write((tx) => settleSessions(tx, [session], clock()))
    } else {
      if (act.kind === 'merge') {
        const [id, otherId] = [people[act.pick % people.length], people[act.other % people.length]]
        if (!id || !otherId || id === otherId) continue
        const choice = { name: 'person', phone: 'person', email: 'other' } as const
        open.push({ ...(await merges.merge(actor, { id, otherId }, choice, by)), into: id })
      } else {
        const one = open[act.pick % open.length]
        const done = one && (await merges.undo(actor, one.into, one.id, by).then(() => true, refused))
        if (done) open.splice(open.indexOf(one), 1)
      }
    }
    // Neither gives a seat, takes one, or moves anybody in the queue.
    const left = act.kind === 'merge' || act.kind === 'divide' ? await listOf(session) : before
    expect(left).toEqual(before)
    const { rows } = await pool.query(
      `SELECT 1 FROM "SignUp" u JOIN "Person" p ON p.id = u."personId" WHERE u."sessionId" = $1 AND p."mergedIntoId" IS NOT NULL`,
      [session],
    )
    expect(rows).toEqual([])
  }
  for (const one of open.toReversed()) await merges.undo(actor, one.into, one.id, by)
  expect(await ownersOf(session)).toEqual(first)
}

const runs = Number(process.env['MERGE_STORIES'] ?? 8)
it(
  'merges and their undoing change no seat and no queue, and leave everybody what was theirs',
  { timeout: 120_000 },
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 6, maxLength: 18 }), play), { numRuns: runs })
  },
)
