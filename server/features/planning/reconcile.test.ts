import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expand } from '#shared/schedule/expand.ts'
import type { RuleSchedule } from '#shared/schedule/schedule.ts'
import { addDays, wallNumber } from '#shared/time/calendar.ts'
import { instantsOf } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import { noticePeriodMs, reconcile, type Dated, type Plan, type SessionRow } from './reconcile.ts'

const now = Date.parse('2026-11-23T12:00:00Z') // a Monday, 13:00 in Warsaw

function schedule(rule: string, start = '2026-10-05T18:00', hours = 2): RuleSchedule {
  const end = `${start.slice(0, 11)}${String(Number(start.slice(11, 13)) + hours).padStart(2, '0')}:00:00`
  return {
    kind: 'rule',
    zone: warsaw,
    first: { kind: 'timed', start: `${start}:00`, end },
    rule,
    excluded: [],
    skipHolidays: false,
    skipBreaksOf: null,
  }
}

function datesOf(one: RuleSchedule, lastDay = '2027-03-31'): Dated[] {
  return expand(one, lastDay).occurrences.map((date) => ({ ...date, startMs: instantsOf(date.when, one.zone).startMs }))
}

function rowsOf(dates: readonly Dated[], facts: (date: Dated, n: number) => Partial<SessionRow> = () => ({})): SessionRow[] {
  return dates.map((date, n) => ({
    id: `s${n}`,
    recurrenceId: date.recurrenceId,
    when: date.when,
    startMs: date.startMs,
    hasOwnTime: false,
    isCancelled: false,
    isPublished: true,
    peopleCount: 0,
    ...facts(date, n),
  }))
}

/** What the rows are after the plan was carried out. */
function applied(rows: readonly SessionRow[], plan: Plan, zone = warsaw): SessionRow[] {
  const stay = rows
    .filter(({ id }) => !plan.remove.includes(id))
    .map((row): SessionRow => {
      const moved = plan.move.find(({ id }) => id === row.id)
      const kept = plan.keep.find(({ id }) => id === row.id)
      if (moved)
        return { ...row, recurrenceId: moved.recurrenceId, when: moved.when, startMs: instantsOf(moved.when, zone).startMs }
      return {
        ...row,
        recurrenceId: kept?.recurrenceId ?? row.recurrenceId,
        isCancelled: row.isCancelled || plan.cancel.includes(row.id),
      }
    })
  const created = plan.create.map(({ recurrenceId, when }) => ({
    id: `new ${recurrenceId}`,
    recurrenceId,
    when,
    startMs: instantsOf(when, zone).startMs,
    hasOwnTime: false,
    isCancelled: false,
    isPublished: true,
    peopleCount: 0,
  }))
  return [...stay, ...created]
}

const plan = (rows: readonly SessionRow[], occurrences: readonly Dated[], more: Partial<Parameters<typeof reconcile>[0]> = {}) =>
  reconcile({ rows, occurrences, excluded: [], nowMs: now, ...more })
const movesOf = ({ move }: Plan) => move.map(({ id, recurrenceId }) => [id, recurrenceId.slice(0, 10)])
const future = (rows: readonly SessionRow[]) => rows.filter(({ startMs }) => startMs > now)

describe('a change of the rule finds its sessions again', () => {
  const mondays = datesOf(schedule('FREQ=WEEKLY;BYDAY=MO;COUNT=12'))

  it('changes nothing when the dates are the same', () => {
    const result = plan(rowsOf(mondays), mondays)
    expect(result).toMatchObject({ move: [], create: [], cancel: [], remove: [] })
    expect(result.keep).toHaveLength(12)
  })

  it('moves the hour of what is to come and leaves the past', () => {
    const rows = rowsOf(mondays)
    const result = plan(rows, datesOf(schedule('FREQ=WEEKLY;BYDAY=MO;COUNT=12', '2026-10-05T17:00')))
    expect(result.move.map(({ id }) => id)).toEqual(future(rows).map(({ id }) => id))
    expect(result.move[0]?.when).toMatchObject({ start: '2026-11-23T17:00:00', end: '2026-11-23T19:00:00' })
    expect(result).toMatchObject({ create: [], cancel: [], remove: [] })
  })

  it('moves Mondays that become Tuesdays by a day each, also when one new Tuesday is a holiday', () => {
    const tuesdays = datesOf(schedule('FREQ=WEEKLY;BYDAY=TU;COUNT=12', '2026-10-06T18:00')).filter(
      ({ recurrenceId }) => !recurrenceId.startsWith('2026-12-08'),
    )
    const result = plan(rowsOf(mondays), tuesdays)
    expect(movesOf(result)).toEqual([
      ['s7', '2026-11-24'],
      ['s8', '2026-12-01'],
      ['s10', '2026-12-15'],
      ['s11', '2026-12-22'],
    ])
    expect([result.cancel, result.create]).toEqual([['s9'], []])
  })

  it('keeps what stays on its day when another weekday is exchanged', () => {
    const rows = rowsOf(datesOf(schedule('FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261209')))
    const result = plan(rows, datesOf(schedule('FREQ=WEEKLY;BYDAY=TU,WE;UNTIL=20261209', '2026-10-06T18:00')))
    expect(movesOf(result).map(([, day]) => day)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08'])
    expect(result).toMatchObject({ create: [], cancel: [], remove: [] })
  })

  it('makes and cancels when the new rule is twice as often or half as often', () => {
    const rows = rowsOf(mondays)
    const twice = plan(rows, datesOf(schedule('FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261221')))
    expect([twice.move, twice.cancel, twice.create.map(({ recurrenceId }) => recurrenceId.slice(5, 10))]).toEqual([
      [],
      [],
      ['11-26', '12-03', '12-10', '12-17'],
    ])
    const half = plan(rows, datesOf(schedule('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261221')))
    expect([half.move, half.cancel, half.create]).toEqual([[], ['s7', 's9', 's11'], []])
  })

  it('moves the only session of a series wherever it goes', () => {
    const [only] = datesOf(schedule('FREQ=DAILY;COUNT=1', '2026-12-05T18:00'))
    const other = datesOf(schedule('FREQ=DAILY;COUNT=1', '2027-02-20T10:00'))
    expect(movesOf(plan(rowsOf([only as Dated]), other))).toEqual([['s0', '2027-02-20']])
  })

  it('leaves the time set for one session alone, and gives it the new date all the same', () => {
    const rows = rowsOf(mondays, (_, n) => ({ hasOwnTime: n === 8 }))
    const result = plan(rows, datesOf(schedule('FREQ=WEEKLY;BYDAY=TU;COUNT=12', '2026-10-06T18:00')))
    expect(result.keep.find(({ id }) => id === 's8')).toEqual({ id: 's8', recurrenceId: '2026-12-01T18:00:00' })
  })

  it('counts what was held today, so that nobody meets twice', () => {
    const held = rowsOf(datesOf(schedule('FREQ=WEEKLY;BYDAY=MO;COUNT=12', '2026-10-05T09:00')))
    const result = plan(held, datesOf(schedule('FREQ=WEEKLY;BYDAY=TU;COUNT=12', '2026-10-06T09:00')))
    expect(result.create).toEqual([])
    expect(movesOf(result).map(([, day]) => day)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'])
  })

  it('never moves into the past: what is to come today stays when its new hour is over', () => {
    const rows = rowsOf(mondays)
    const result = plan(rows, datesOf(schedule('FREQ=WEEKLY;BYDAY=MO;COUNT=12', '2026-10-05T10:00')))
    expect(result.keep.find(({ id }) => id === 's7')).toEqual({ id: 's7', recurrenceId: '2026-11-23T10:00:00' })
    expect(result.cancel).toEqual([])
  })

  it('takes exclusions along and lists those that have no place', () => {
    const rows = rowsOf(mondays.filter(({ recurrenceId }) => !recurrenceId.startsWith('2026-12-07')))
    const excluded = ['2026-12-07T18:00:00', '2027-08-02T18:00:00']
    const result = plan(rows, datesOf(schedule('FREQ=WEEKLY;BYDAY=TU;COUNT=12', '2026-10-06T18:00')), { excluded })
    expect([result.excluded, result.unmatchedExclusions, result.create]).toEqual([
      ['2026-12-08T18:00:00'],
      ['2027-08-02T18:00:00'],
      [],
    ])
  })

  it('shifts a whole series by position, a daily one too', () => {
    const daily = datesOf(schedule('FREQ=DAILY;COUNT=10', '2026-11-20T18:00'))
    const later = datesOf(schedule('FREQ=DAILY;COUNT=10', '2026-11-21T18:00'))
    const shifted = new Map(
      daily
        .filter(({ startMs }) => startMs > now)
        .map(({ recurrenceId }) => [recurrenceId, `${addDays(recurrenceId.slice(0, 10), 1)}T18:00:00`]),
    )
    const result = plan(rowsOf(daily), later, { shifted })
    expect(movesOf(result)).toEqual(['s3', 's4', 's5', 's6', 's7', 's8', 's9'].map((id, n) => [id, addDays('2026-11-24', n)]))
    expect([result.cancel, result.remove]).toEqual([[], []])
  })
})

const rules = fc
  .tuple(
    fc.constantFrom(
      'DAILY',
      'WEEKLY;BYDAY=MO',
      'WEEKLY;BYDAY=TU',
      'WEEKLY;BYDAY=MO,TH',
      'WEEKLY;BYDAY=FR,SA,SU',
      'MONTHLY;BYDAY=1TU',
      'MONTHLY;BYMONTHDAY=15,-1',
    ),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 25 }),
  )
  .map(([freq, interval, count]) => `FREQ=${freq};INTERVAL=${interval};COUNT=${count}`)
const starts = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom('09:00', '10:00', '17:30', '18:00'))
  .map(([day, clock]) => `${addDays('2026-11-23', day)}T${clock}`)
const schedules = fc.tuple(rules, starts).map(([rule, start]) => schedule(rule, start))
const facts = fc.array(
  fc.record({
    hasOwnTime: fc.boolean(),
    isCancelled: fc.boolean(),
    isPublished: fc.boolean(),
    peopleCount: fc.constantFrom(0, 0, 3),
    shift: fc.integer({ min: -5, max: 5 }),
  }),
  { minLength: 25, maxLength: 25 },
)
const plainFacts = { hasOwnTime: false, isCancelled: false, isPublished: true, peopleCount: 0, shift: 0 }
const cases = fc
  .record({ old: schedules, next: schedules, facts, excluded: fc.array(fc.nat(24), { maxLength: 3 }) })
  .map(({ old, next, facts: chosen, excluded }) => {
    const dates = datesOf(old, '2030-12-31')
    const out = [...new Set(excluded.flatMap((n) => dates[n]?.recurrenceId ?? []))]
    const rows = rowsOf(dates, (date, n) => {
      const { shift, ...fact } = chosen[n] ?? plainFacts
      if (!fact.hasOwnTime || date.when.kind !== 'timed') return fact
      const startMs = date.startMs + shift * 86_400_000
      const move = (wall: string) => `${addDays(wall.slice(0, 10), shift)}${wall.slice(10)}`
      return {
        ...fact,
        startMs,
        when: { ...date.when, start: move(date.when.start), end: move(date.when.end), startMs, endMs: startMs + 7_200_000 },
      }
    }).filter((row, n) => n % 7 !== 6 || !out.includes(row.recurrenceId))
    return { rows, occurrences: datesOf(next, '2030-12-31'), excluded: out, nowMs: now }
  })

/** An upper bound of any median, without the formula under test. One date alone has no gap and may go anywhere. */
function longestGap(recurrenceIds: readonly string[]): number {
  const numbers = recurrenceIds.map(wallNumber).toSorted((a, b) => a - b)
  return numbers.length < 2 ? Infinity : Math.max(...numbers.slice(1).map((number, n) => number - (numbers[n] ?? 0)))
}

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never
const always = (law: (input: Case, result: Plan) => void) =>
  fc.assert(
    fc.property(cases, (input) => law(input, reconcile(input))),
    { numRuns: 200 },
  )

describe('the laws of reconcile', () => {
  it('identity: every session is in exactly one list, and none is invented', () =>
    always(({ rows }, { keep, move, cancel, remove }) => {
      const ids = [...keep.map(({ id }) => id), ...move.map(({ id }) => id), ...cancel, ...remove]
      expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    }))

  it('overrides are kept: a session with its own time is not moved', () =>
    always(({ rows }, { move }) => {
      expect(rows.filter((row) => row.hasOwnTime && move.some(({ id }) => id === row.id))).toEqual([])
    }))

  it('the past is untouched: what began stays, and nothing is made or moved into it', () =>
    always(({ rows }, { keep, move, create }) => {
      const began = rows.filter(({ startMs }) => startMs <= now).map(({ id }) => id)
      expect(keep.map(({ id }) => id)).toEqual(expect.arrayContaining(began))
      for (const { when } of [...move, ...create]) expect(instantsOf(when, warsaw).startMs).toBeGreaterThan(now)
    }))

  it('nothing with people and nothing published and soon is removed', () =>
    always(({ rows }, { remove }) => {
      for (const row of rows.filter(({ id }) => remove.includes(id))) {
        expect(row.peopleCount).toBe(0)
        expect(row.isPublished && row.startMs < now + noticePeriodMs).toBe(false)
      }
    }))

  it('running twice changes nothing', () =>
    always((input, result) => {
      const rows = applied(input.rows, result)
      const again = reconcile({ ...input, rows, excluded: result.excluded })
      expect(again).toMatchObject({ move: [], create: [], cancel: [], remove: [], unmatchedExclusions: [] })
      const idsOf = (list: readonly { id: string; recurrenceId: string }[]) =>
        list.map(({ id, recurrenceId }) => `${id} ${recurrenceId}`)
      expect(idsOf(again.keep).toSorted()).toEqual(idsOf(rows).toSorted())
    }))

  it('every date to come has exactly one session, or is taken out and has none that takes place', () =>
    always(({ rows, occurrences }, result) => {
      const after = applied(rows, result)
      const ids = after.map(({ recurrenceId }) => recurrenceId)
      expect(new Set(ids).size).toBe(ids.length)
      const held = new Set(
        after.filter(({ isCancelled, startMs }) => !isCancelled && startMs > now).map(({ recurrenceId }) => recurrenceId),
      )
      for (const { recurrenceId, startMs } of occurrences.filter((date) => date.startMs > now)) {
        const takenOut = result.excluded.includes(recurrenceId)
        expect(ids.includes(recurrenceId) || takenOut, `${recurrenceId} at ${startMs}`).toBe(true)
        expect(held.has(recurrenceId) && takenOut).toBe(false)
      }
    }))

  it('no date moves by more than half a gap, unless it stays on its day', () =>
    always(({ rows, occurrences, excluded }, { move }) => {
      const olds = [...new Set([...rows.map(({ recurrenceId }) => recurrenceId), ...excluded])]
      const limit = Math.max(longestGap(olds), longestGap(occurrences.map(({ recurrenceId }) => recurrenceId))) / 2
      for (const { id, recurrenceId } of move) {
        const old = rows.find((row) => row.id === id)?.recurrenceId ?? ''
        const shift = old.slice(0, 10) === recurrenceId.slice(0, 10) ? 0 : Math.abs(wallNumber(recurrenceId) - wallNumber(old))
        expect(shift).toBeLessThanOrEqual(limit)
      }
    }))

  it('sessions that move to another day keep their order', () =>
    always(({ rows }, { move }) => {
      const byOld = move
        .map(({ id, recurrenceId }) => ({ old: rows.find((row) => row.id === id)?.recurrenceId ?? '', recurrenceId }))
        .filter(({ old, recurrenceId }) => old.slice(0, 10) !== recurrenceId.slice(0, 10))
        .toSorted((a, b) => (a.old < b.old ? -1 : 1))
        .map(({ recurrenceId }) => recurrenceId)
      expect(byOld).toEqual(byOld.toSorted())
    }))
})
