import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import type { ShiftSignUpAnswer } from '#shared/contract/public.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer } from '../../db/write.ts'
import { AppError } from '../../errors.ts'
import { settleSessions } from '../sign-ups/place-service.ts'
import { signUpService } from '../sign-ups/service.ts'
import { shiftService } from '../sign-ups/shift-service.ts'
import { idInToken } from '../sign-ups/token.ts'
import { findPlannedShifts } from './repository.ts'
import { shiftPlanning } from './shift-service.ts'

const database = await freshDatabase()
const { pool, prisma } = database
const write = writer(database)
const begin = Date.parse('2026-11-23T11:00:00Z')
let nowMs = begin
const clock = () => new Date(nowMs)
const signUps = signUpService({ database, write, clock })
const shifts = shiftService({ database, clock, signUps })
const planning = shiftPlanning({ database, write, clock })
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
const town = await seedTown(pool)
const account = await pool.query<{ id: string }>(
  `INSERT INTO "Account" (name, email) VALUES ('Anna', 'a@example.pl') RETURNING id`,
)
const by = { accountId: account.rows[0]!.id, act: 'shift-change' }

/** Somebody on the shift's list, as a person with pencil and paper would keep it. */
type Entry = {
  readonly id: string
  readonly who: number
  readonly token: string
  status: 'confirmed' | 'waiting' | 'withdrawn'
  from: 'confirmed' | 'waiting'
  /** Place in the queue; lower is earlier. */
  at: number
  /** Since when they look for somebody to take it. */
  wants: number | null
  /** Whose shift they would take. */
  instead: string | null
}

type Single =
  | { readonly kind: 'take'; readonly who: number }
  | { readonly kind: 'give back' | 'undo' | 'look' | 'stay' | 'approve'; readonly pick: number }
  | { readonly kind: 'most'; readonly to: number }
type Act =
  | Single
  | { readonly kind: 'cancel' | 'revive' | 'skip' | 'hold' }
  | { readonly kind: 'move'; readonly days: number }
  | { readonly kind: 'at once'; readonly acts: readonly Single[] }

const pick = fc.nat(40)
const howMany = fc.integer({ min: 1, max: 4 })
const single: fc.Arbitrary<Single> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('take' as const), who: fc.nat(7) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('give back' as const, 'undo' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('look' as const, 'stay' as const, 'approve' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('most' as const), to: howMany }) },
)
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: single },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('at once' as const), acts: fc.array(single, { minLength: 2, maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'revive' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('skip' as const, 'hold' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), days: fc.integer({ min: 0, max: 5 }) }) },
)

class Paper {
  entries: Entry[] = []
  cancelled = false
  skipped = false
  next = 0
  constructor(
    public most: number,
    /** Whether staff look at who stands in. */
    readonly asks: boolean,
  ) {}

  get off(): boolean {
    return this.cancelled || this.skipped
  }
  get taken(): number {
    return this.entries.filter(({ status }) => status === 'confirmed').length
  }
  queue(): Entry[] {
    return this.entries.filter(({ status }) => status === 'waiting').toSorted((one, other) => one.at - other.at)
  }
  settle(): void {
    for (const one of this.off ? [] : this.queue()) if (this.taken < this.most) one.status = 'confirmed'
  }
  leave(one: Entry): void {
    Object.assign(one, { from: one.status, status: 'withdrawn' })
    this.stay(one)
  }
  /** Nobody takes this shift over any more; who would have, waits for a place as others do. */
  stay(one: Entry): void {
    one.wants = null
    for (const other of this.entries) if (other.instead === one.id) other.instead = null
  }
  wanted(): Entry | undefined {
    return this.entries
      .filter(({ id, status, wants }) => status === 'confirmed' && wants !== null && !this.isFound(id))
      .toSorted((one, other) => (one.wants ?? 0) - (other.wants ?? 0))[0]
  }
  isFound(id: string): boolean {
    return this.entries.some(({ instead, status }) => instead === id && status === 'waiting')
  }
  live(who: number): boolean {
    return this.entries.some((one) => one.who === who && one.status !== 'withdrawn')
  }
}

const refused = (error: unknown): string => {
  if (error instanceof AppError) return error.code
  throw error
}

type Stage = {
  readonly session: string
  readonly shift: string
  start: string
  readonly paper: Paper
  readonly tokens: Map<string, string>
}

/** Does it, and says what came of it: the code of a refusal, the outcome, or nothing. */
async function done(stage: Stage, act: Single): Promise<string | undefined> {
  const one = 'pick' in act ? stage.paper.entries[act.pick % Math.max(stage.paper.entries.length, 1)] : undefined
  if (act.kind === 'take') {
    const who = { kind: 'new', name: `Osoba ${'abcdefgh'[act.who]}`, contact: `osoba${act.who}@example.pl`, age: '18' } as const
    const input = { who, language: 'pl', seen: stage.start, waiting: true, overlapping: true, notice: noticeVersion } as const
    const answer = await shifts.join(stage.session, stage.shift, input, null).catch(refused)
    if (typeof answer === 'string') return answer
    stage.tokens.set(idInToken(answer.token) ?? '', answer.token)
    return answer.outcome satisfies ShiftSignUpAnswer['outcome']
  }
  if (act.kind === 'most') {
    const [row] = await findPlannedShifts(prisma, { id: stage.shift })
    const { minAge, fromMinutes, minutes, needsAgreement, needsClearance, isPublic, version } = row!
    const fields = { minAge, fromMinutes, minutes, needsAgreement, needsClearance, isPublic, version }
    return planning
      .change(row!, { ...fields, name: { pl: 'grill' }, least: 0, most: act.to }, by)
      .catch(refused) as Promise<undefined>
  }
  if (!one) return undefined
  if (act.kind === 'give back') return signUps.withdraw(one.token) as Promise<undefined>
  if (act.kind === 'undo') return signUps.undo(one.token).catch(refused) as Promise<undefined>
  if (act.kind === 'approve') return shifts.approve(one.id, by).catch(refused) as Promise<undefined>
  return shifts.askStandIn(one.token, act.kind === 'look').catch(refused) as Promise<undefined>
}

/** The same on paper. @returns what should have been said; `null`: it doesn't matter */
function onPaper({ paper }: Stage, act: Single): string | null | undefined {
  const one = 'pick' in act ? paper.entries[act.pick % Math.max(paper.entries.length, 1)] : undefined
  if (act.kind === 'take') {
    if (paper.off) return 'session-cancelled'
    if (paper.live(act.who)) return null // it looks the same and counts nothing
    const wanted = paper.taken < paper.most ? undefined : paper.wanted()
    const takesOver = wanted !== undefined && !paper.asks
    const status = paper.taken < paper.most || takesOver ? 'confirmed' : 'waiting'
    if (wanted && takesOver) paper.leave(wanted)
    paper.next += 1
    const instead = wanted && !takesOver ? wanted.id : null
    paper.entries.push({ id: '', who: act.who, token: '', status, from: status, at: paper.next, wants: null, instead })
    return status
  }
  if (act.kind === 'most') {
    paper.most = act.to
    paper.settle()
    return undefined
  }
  if (!one) return undefined
  switch (act.kind) {
    case 'give back': {
      const was = one.status
      if (was !== 'withdrawn') paper.leave(one)
      if (was === 'confirmed') paper.settle()
      return undefined
    }
    case 'undo': {
      if (one.status !== 'withdrawn') return undefined
      if (paper.off) return 'session-cancelled'
      if (paper.live(one.who)) return 'sign-up-changed'
      const gives = one.from === 'waiting' ? 'place' : paper.taken < paper.most ? 'seat' : 'first'
      if (gives === 'first') one.at = Math.min(one.at, (paper.queue()[0]?.at ?? Infinity) - 1)
      one.status = gives === 'seat' ? 'confirmed' : 'waiting'
      paper.settle()
      return undefined
    }
    case 'look':
    case 'stay':
      if (one.status !== 'confirmed') return 'sign-up-changed'
      if (act.kind === 'look') one.wants ??= nowMs
      else paper.stay(one)
      return undefined
    case 'approve': {
      const former = paper.entries.find(({ id }) => id === one.instead)
      if (one.status !== 'waiting' || former?.status !== 'confirmed') return 'sign-up-changed'
      one.status = 'confirmed'
      paper.leave(former)
      paper.settle()
      return undefined
    }
  }
}

async function play(acted: readonly Act[], atMost: number, asks: boolean): Promise<void> {
  nowMs = begin
  const session = await town.addSession({ activity: town.picnic, start: '2026-12-01T11:00:00', venue: null })
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "Shift" ("seriesId", name, "fromMinutes", minutes, least, most, "minAge")
     SELECT "seriesId", '{"pl": "grill"}', 60, 120, 0, $2, $3 FROM "Activity" WHERE id = $1 RETURNING id`,
    [town.picnic, atMost, asks ? 16 : null],
  )
  const shift = rows[0]!.id
  const paper = new Paper(atMost, asks)
  const stage: Stage = { session, shift, start: '2026-12-01T12:00:00', paper, tokens: new Map() }
  const plan = (sql: string, values: readonly unknown[]): Promise<unknown> =>
    write(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Session" WHERE id = ${session}::uuid FOR NO KEY UPDATE`
      await tx.$executeRawUnsafe(sql, ...values)
      return settleSessions(tx, [session], clock())
    })

  for (const act of acted) {
    nowMs += 60_000
    const before = { most: paper.most, taken: paper.taken }
    let atOnce = 0
    let said: string | null | undefined
    let right: string | null | undefined
    switch (act.kind) {
      case 'at once': {
        await Promise.all(act.acts.map((one) => done(stage, one)))
        const { most: now } = await prisma.shift.findUniqueOrThrow({ where: { id: shift }, select: { most: true } })
        paper.most = now
        // Somebody may have come before the most became less.
        atOnce = Math.max(before.most, ...act.acts.map((one) => (one.kind === 'most' ? one.to : 0)))
        paper.entries = await readList(stage)
        break
      }
      case 'cancel':
      case 'revive':
        await plan(
          `UPDATE "Session" SET status = $2::"SessionStatus", "cancelledAt" = CASE WHEN $2 = 'CANCELLED' THEN now() END WHERE id = $1::uuid`,
          [session, act.kind === 'cancel' ? 'CANCELLED' : 'PLANNED'],
        )
        paper.cancelled = act.kind === 'cancel'
        paper.settle()
        break
      case 'skip':
      case 'hold':
        await plan(`UPDATE "Shift" SET "notAt" = CASE WHEN $3 THEN ARRAY[$2::uuid] ELSE '{}' END WHERE id = $1::uuid`, [
          shift,
          session,
          act.kind === 'skip',
        ])
        paper.skipped = act.kind === 'skip'
        paper.settle()
        break
      case 'move': {
        const [start, day] = [`2026-12-0${act.days + 1}T11:00:00`, `2026-12-0${act.days + 1}`]
        await plan(
          `UPDATE "Session" SET "wallStart" = $2, "wallEnd" = left($2, 11) || '12:30:00', "startsAt" = $3::timestamptz, "endsAt" = $3::timestamptz + interval '90 minutes',
             "occupiedFrom" = $3::timestamptz, "occupiedTo" = $3::timestamptz + interval '90 minutes' WHERE id = $1::uuid`,
          [session, start, `${start}+01:00`],
        )
        stage.start = `${day}T12:00:00`
        paper.settle()
        break
      }
      default: {
        said = await done(stage, act)
        right = onPaper(stage, act)
        if (right === null) said = null
      }
    }
    expect(said).toEqual(right)
    const list = await readList(stage)
    const told = (entries: readonly Entry[]) =>
      entries.map(({ who, status, wants, instead }) => `${who} ${status} ${wants} ${list.find(({ id }) => id === instead)?.who}`)
    const named = paper.entries.map((one, index) => ({ ...one, id: list[index]?.id ?? '', token: list[index]?.token ?? '' }))
    paper.entries = named
    expect(told(paper.entries)).toEqual(told(list))
    // Whatever the paper says: no more than the most but for those who were there when it became less, and no place idle while somebody waits.
    expect(paper.taken).toBeLessThanOrEqual(Math.max(paper.most, before.taken, atOnce))
    expect(!paper.off && paper.queue().length > 0 && paper.taken < paper.most).toBe(false)
  }
}

const statuses = { CONFIRMED: 'confirmed', OFFERED: 'confirmed', WAITLISTED: 'waiting', WITHDRAWN: 'withdrawn' } as const

async function readList({ session, shift, tokens, paper }: Stage): Promise<Entry[]> {
  const { rows } = await pool.query<{
    id: string
    status: keyof typeof statuses
    withdrawnFrom: keyof typeof statuses | null
    position: string
    standInSince: Date | null
    standsInForId: string | null
    email: string
  }>(
    `SELECT u.id, u.status, u."withdrawnFrom", u.position, u."standInSince", u."standsInForId", p.email FROM "SignUp" u JOIN "Person" p ON p.id = u."personId"
     WHERE u."sessionId" = $1 AND u."shiftId" = $2 AND u."duplicateOfId" IS NULL ORDER BY u."createdAt", u.id`,
    [session, shift],
  )
  paper.next = Math.max(paper.next, ...rows.map(({ position }) => Number(position)))
  return rows.map((row) => ({
    id: row.id,
    who: Number(row.email.slice(5, 6)),
    token: tokens.get(row.id) ?? '',
    status: statuses[row.status],
    from: row.withdrawnFrom === 'WAITLISTED' ? 'waiting' : 'confirmed',
    at: Number(row.position),
    wants: row.standInSince?.getTime() ?? null,
    instead: row.standsInForId,
  }))
}

it('whatever volunteers and planners do, also at once: no shift has more people than its most, none is idle while somebody waits, and it ends as on paper', async () => {
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 22 }), howMany, fc.boolean(), play), {
    numRuns: Number(process.env['SHIFT_STORIES'] ?? 25),
    endOnFailure: true,
  })
}, 600_000)
