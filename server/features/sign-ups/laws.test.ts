import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import type { PartyInput, SignUpAnswer } from '#shared/contract/public.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer } from '../../db/write.ts'
import { AppError } from '../../errors.ts'
import { settleSessions } from './place-service.ts'
import { signUpService } from './service.ts'

const database = await freshDatabase()
const { pool } = database
const write = writer(database)
const begin = Date.parse('2026-11-23T11:00:00Z')
let nowMs = begin
const signUps = signUpService({ database, write, clock: () => new Date(nowMs) })
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
const town = await seedTown(pool)
await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION'`)

/** Somebody on the list, as a person with pencil and paper would keep it: in the order of the list. */
type Entry = {
  readonly who: number
  readonly token: string
  seats: number
  care: number
  status: 'confirmed' | 'offered' | 'waiting' | 'withdrawn'
  from: 'confirmed' | 'offered' | 'waiting'
  /** Of an offer: when it ends; null: nobody has told them yet. */
  until: number | null
  /** Place in the queue; lower is earlier. */
  at: number
  left: number
}

type Act =
  | { readonly kind: 'join'; readonly who: number; readonly seats: number; readonly care: number }
  | { readonly kind: 'withdraw' | 'undo' | 'accept' | 'tell'; readonly pick: number }
  | { readonly kind: 'wait' | 'pass on' }
  | { readonly kind: 'party'; readonly pick: number; readonly seats: number; readonly care: number }
  | { readonly kind: 'capacity' | 'care seats'; readonly to: number }
  | { readonly kind: 'cancel' | 'revive' }
  | { readonly kind: 'move'; readonly days: number }

const pick = fc.nat(40)
const children = fc.constantFrom(0, 0, 0, 1, 2)
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('join' as const),
      who: fc.nat(9),
      seats: fc.integer({ min: 1, max: 4 }),
      care: children,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('accept' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tell' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('wait' as const, 'pass on' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('party' as const), pick, seats: fc.integer({ min: 1, max: 4 }), care: children }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('capacity' as const), to: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('care seats' as const), to: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'revive' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), days: fc.integer({ min: 0, max: 5 }) }) },
)

class Paper {
  entries: Entry[] = []
  cancelled = false
  next = 0
  constructor(
    public capacity: number,
    public careSeats: number,
    /** Null: who waits gets a free seat at once. */
    readonly offerHours: number | null,
  ) {}

  get free(): number {
    return this.capacity - this.sum('confirmed') - this.sum('offered')
  }
  get freeCare(): number {
    return this.entries.reduce(
      (left, one) => left - (['confirmed', 'offered'].includes(one.status) ? one.care : 0),
      this.careSeats,
    )
  }
  /** All of it or nothing: somebody without children asks for no care, however little there is. */
  has(seats: number, care: number): boolean {
    return seats <= this.free && (care === 0 || care <= this.freeCare)
  }
  sum(status: Entry['status']): number {
    return this.entries.reduce((seats, one) => seats + (one.status === status ? one.seats : 0), 0)
  }
  queue(): Entry[] {
    return this.entries.filter(({ status }) => status === 'waiting').toSorted((one, other) => one.at - other.at)
  }
  settle(): void {
    if (this.cancelled) return
    for (const one of this.queue())
      if (this.has(one.seats, one.care))
        Object.assign(one, { status: this.offerHours === null ? 'confirmed' : 'offered', until: null })
  }
  /** What nobody took in time goes to the next. */
  lapse(): void {
    const over = this.entries.filter(({ status, until }) => status === 'offered' && until !== null && until <= nowMs)
    for (const one of over) Object.assign(one, { status: 'withdrawn', from: 'offered', left: nowMs })
    if (over.length > 0) this.settle()
  }
}

const party = (seats: number, care: number): PartyInput => ({
  attending: true,
  care,
  others: Array.from({ length: seats - 1 }, () => ({ name: 'Gość', child: false })),
})

const refused = (error: unknown): string => {
  if (error instanceof AppError) return error.code
  throw error
}

async function play(acted: readonly Act[], capacity: number, careSeats: number, offerHours: number | null): Promise<void> {
  nowMs = begin
  const rules = [town.yoga, capacity, offerHours, careSeats]
  await pool.query('UPDATE "Activity" SET capacity = $2, "offerHours" = $3, "careSeats" = $4 WHERE id = $1', rules)
  let start = '2026-12-01T17:00:00'
  const id = await town.addSession({ activity: town.yoga, start, venue: null })
  const paper = new Paper(capacity, careSeats, offerHours)
  const plan = (sql: string, values: readonly unknown[]): Promise<unknown> =>
    write(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Session" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
      await tx.$executeRawUnsafe(sql, ...values)
      return settleSessions(tx, [id], new Date(nowMs))
    })

  for (const act of acted) {
    nowMs += 60_000
    let said: unknown = null
    let right: unknown = null
    const before = structuredClone(paper.entries)
    const one = 'pick' in act ? paper.entries[act.pick % Math.max(paper.entries.length, 1)] : undefined
    switch (act.kind) {
      case 'join': {
        const input = {
          ...party(act.seats, act.care),
          name: `Osoba ${act.who} ${'abcdefghij'[act.who]}`,
          contact: `osoba${act.who}@example.pl`,
        }
        const asked = { ...input, language: 'pl', seen: start, waiting: true, notice: noticeVersion } as const
        const answer = await signUps.join(id, asked, null).catch(refused)
        said = answer
        if (paper.cancelled) right = 'session-cancelled'
        else if (act.care > paper.careSeats) {
          paper.lapse()
          before.splice(0, before.length, ...structuredClone(paper.entries)) // that an offer is over was found out all the same
          right = 'no-care'
        } else {
          paper.lapse()
          const { token, outcome } = answer as SignUpAnswer
          said = right
          if (paper.entries.some(({ who, status }) => who === act.who && status !== 'withdrawn')) break
          const status = paper.has(act.seats, act.care) ? 'confirmed' : 'waiting'
          paper.entries.push({
            who: act.who,
            token,
            seats: act.seats,
            care: act.care,
            status,
            from: status,
            until: null,
            at: (paper.next += 1),
            left: 0,
          })
          said = outcome
          right = status
        }
        break
      }
      case 'withdraw':
        if (!one) break
        await signUps.withdraw(one.token)
        paper.lapse()
        if (one.status === 'withdrawn') break
        Object.assign(one, { from: one.status, status: 'withdrawn', left: nowMs })
        if (one.from !== 'waiting') paper.settle()
        break
      case 'undo': {
        if (one?.status !== 'withdrawn') break
        const { undo } = await signUps.view(one.token, 'pl')
        const answer = await signUps.undo(one.token).catch(refused)
        const shown = one.from === 'waiting' ? 'place' : paper.has(one.seats, one.care) ? 'seat' : 'first'
        paper.lapse()
        const again = paper.entries.some(({ who, status }) => who === one.who && status !== 'withdrawn')
        said = answer
        if (paper.cancelled) right = 'session-cancelled'
        else if (again) right = 'sign-up-changed'
        else {
          const gives = one.from === 'waiting' ? 'place' : paper.has(one.seats, one.care) ? 'seat' : 'first'
          said = [answer, undo?.gives]
          right = [undefined, shown]
          if (gives === 'first') one.at = Math.min(one.at, (paper.queue()[0]?.at ?? Infinity) - 0.001)
          Object.assign(one, { status: gives === 'seat' ? 'confirmed' : 'waiting', until: null })
          paper.settle()
        }
        break
      }
      case 'party': {
        if (!one) break
        const answer = await signUps.changeParty(one.token, party(act.seats, act.care)).catch(refused)
        said = answer
        paper.lapse()
        if (one.status === 'withdrawn') right = 'sign-up-changed'
        else if (paper.cancelled) right = 'session-cancelled'
        else if (act.care > Math.max(paper.careSeats, one.care)) right = 'no-care'
        else if (one.status !== 'waiting' && act.seats - one.seats > Math.max(paper.free, 0)) right = 'session-full'
        else if (one.status !== 'waiting' && act.care - one.care > Math.max(paper.freeCare, 0)) right = 'care-full'
        else {
          right = undefined
          const isSmaller = act.seats < one.seats || act.care < one.care
          Object.assign(one, { seats: act.seats, care: act.care })
          if (isSmaller) paper.settle()
        }
        break
      }
      case 'accept': {
        if (!one) break
        said = await signUps.accept(one.token).catch(refused)
        paper.lapse()
        if (one.status === 'confirmed') right = undefined
        else if (paper.cancelled) right = 'session-cancelled'
        else if (one.status !== 'offered') right = 'offer-over'
        else {
          right = undefined
          Object.assign(one, { status: 'confirmed', until: null })
        }
        break
      }
      case 'tell':
        if (!one) break
        await pool.query(
          `UPDATE "Notice" SET "knownAt" = $2, "knownBy" = 'PHONE' WHERE "knownAt" IS NULL AND "signUpId" = (
             SELECT u.id FROM "SignUp" u JOIN "Person" p ON p.id = u."personId"
             WHERE u."sessionId" = $1 AND u."duplicateOfId" IS NULL AND u.status <> 'WITHDRAWN' AND p.email = $3)`,
          [id, new Date(nowMs), `osoba${one.who}@example.pl`],
        )
        for (const other of paper.entries)
          if (other.who === one.who && other.status === 'offered') other.until ??= nowMs + (offerHours ?? 0) * 3_600_000
        break
      case 'wait':
        nowMs += 45 * 60_000
        break
      case 'pass on':
        await signUps.passOn()
        paper.lapse()
        break
      case 'capacity':
        await plan('UPDATE "Activity" SET capacity = $2 WHERE id = $1::uuid', [town.yoga, act.to])
        paper.capacity = act.to
        paper.settle()
        break
      case 'care seats':
        await plan('UPDATE "Activity" SET "careSeats" = $2 WHERE id = $1::uuid', [town.yoga, act.to])
        paper.careSeats = act.to
        paper.settle()
        break
      case 'cancel':
        await plan(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1::uuid`, [id])
        paper.cancelled = true
        break
      case 'revive':
        await plan(`UPDATE "Session" SET status = 'PLANNED', "cancelledAt" = NULL WHERE id = $1::uuid`, [id])
        paper.cancelled = false
        paper.settle()
        break
      case 'move':
        start = `2026-12-0${act.days + 1}T17:00:00`
        await plan(
          `UPDATE "Session" SET "wallStart" = $2, "wallEnd" = left($2, 11) || '18:30:00', "startsAt" = $3::timestamptz, "endsAt" = $3::timestamptz + interval '90 minutes',
             "occupiedFrom" = $3::timestamptz, "occupiedTo" = $3::timestamptz + interval '90 minutes' WHERE id = $1::uuid`,
          [id, start, `${start}+01:00`],
        )
        break
    }
    if (typeof right === 'string' && right.includes('-')) paper.entries = before // what is refused changes nothing
    expect(said).toEqual(right)
    await compare(id, paper)
  }
}

const statuses = { CONFIRMED: 'confirmed', OFFERED: 'offered', WAITLISTED: 'waiting', WITHDRAWN: 'withdrawn' } as const

/** The list in the database is the one on paper, and the laws hold whatever the paper says. */
async function compare(id: string, paper: Paper): Promise<void> {
  const { rows } = await pool.query<{ status: keyof typeof statuses; seats: number; care: number; name: string }>(
    `SELECT u.status, u.seats, u."careChildren" AS care, p.name FROM "SignUp" u JOIN "Person" p ON p.id = u."personId"
     WHERE u."sessionId" = $1 AND u."duplicateOfId" IS NULL ORDER BY u."createdAt"`,
    [id],
  )
  expect(rows.map(({ status, seats, care, name }) => `${name.split(' ')[1]} ${statuses[status]} ${seats} and ${care}`)).toEqual(
    paper.entries.map(({ who, status, seats, care }) => `${who} ${status} ${seats} and ${care}`),
  )
  const people = await pool.query<{ n: number }>('SELECT "peopleCount" AS n FROM "Session" WHERE id = $1', [id])
  expect(people.rows[0]!.n).toBe(paper.sum('confirmed') + paper.sum('offered') + paper.sum('waiting'))
  const passedOver = paper.queue().filter(({ seats, care }) => paper.has(seats, care) && !paper.cancelled)
  expect(passedOver).toEqual([])
}

it('any story of signing up, withdrawing, undoing, being offered a seat, taking it or not, changing, moving and cancelling ends as it would on paper', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 5, maxLength: 22 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(3),
      fc.constantFrom(null, 1),
      play,
    ),
    {
      numRuns: Number(process.env['SIGN_UP_STORIES'] ?? 40),
      endOnFailure: true,
    },
  )
}, 600_000)
