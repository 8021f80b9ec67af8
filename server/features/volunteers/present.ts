import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { sessionShifts, seriesShifts, volunteerView } from '#shared/contract/volunteer.ts'
import { dayOf, dayOrNull, textIn, titleIn, wordsIn } from '../../db/columns.ts'
import { missingOf, shiftMoments, shiftSpan, type Volunteer } from '../shifts/rules.ts'
import { waitsForOf } from '../sign-ups/present.ts'
import { warningsOf, type PaperWarning } from './papers.ts'
import { firstKey } from './repository.ts'
import type { PersonRow, SessionOfShifts, ShiftRow, TakenRow } from './repository.ts'

type Planned = Answer<typeof seriesShifts>['shifts'][number]
type AtSession = Answer<typeof sessionShifts>['shifts'][number]
type Person = NonNullable<AtSession['people']>[number]
type Done = Answer<typeof volunteerView>['shifts'][number]

export function presentPlanned(row: ShiftRow): Planned {
  const { id, version, name, fromMinutes, minutes, least, most, minAge, needsClearance, needsAgreement, isPublic } = row
  const fields = { fromMinutes, minutes, least, most, minAge, needsClearance, needsAgreement, isPublic }
  return { id, version, of: row.sessionId === null ? 'series' : 'session', name: wordsIn(name), ...fields }
}

/** What may be said of the people of a session: nothing, their names, or their papers too. */
export type Seen = { readonly people: boolean; readonly contacts: boolean; readonly papers: boolean }

export function presentAtSession(
  row: ShiftRow,
  session: SessionOfShifts,
  taken: readonly TakenRow[],
  firsts: ReadonlyMap<string, string>,
  seen: Seen,
): AtSession {
  const mine = taken.filter(({ shift }) => shift?.id === row.id)
  return {
    ...presentPlanned(row),
    ...shiftSpan(session.wallStart, row),
    skipped: row.notAt.includes(session.id),
    taken: mine.filter(({ status }) => status === 'CONFIRMED').length,
    waiting: mine.filter(({ status }) => status === 'WAITLISTED').length,
    people: seen.people ? mine.map((one) => presentPerson(one, row, session, firsts, seen)) : null,
  }
}

function presentPerson(
  taken: TakenRow,
  shift: ShiftRow,
  session: SessionOfShifts,
  firsts: ReadonlyMap<string, string>,
  seen: Seen,
): Person {
  const day = shiftSpan(session.wallStart, shift).start.slice(0, 10)
  const volunteer = volunteerOf(taken.person, operatorOf(session))
  const missing = missingOf(shift, volunteer, day)
  const { standsInFor } = taken
  return {
    signUp: taken.id,
    person: taken.personId,
    name: taken.person.name,
    contact: seen.contacts ? (taken.person.phone ?? taken.person.email) : null,
    status: taken.status === 'CONFIRMED' ? 'confirmed' : 'waiting',
    waitsFor: waitsForOf(taken, missing),
    standIn:
      taken.standInSince === null || taken.status !== 'CONFIRMED' ? 'none' : taken.standIns.length > 0 ? 'found' : 'wanted',
    standsInFor: taken.status === 'WAITLISTED' && standsInFor?.status === 'CONFIRMED' ? standsInFor.person.name : null,
    warnings: seen.papers
      ? warningsOf(shift, volunteer, day, firsts.get(firstKey(taken.personId, operatorOf(session))) ?? day)
      : null,
  }
}

export const operatorOf = ({ activity }: SessionOfShifts): string | null => activity.series.program.operatorId

/** What one organisation knows of somebody. */
export const volunteerOf = ({ bornBy, facts }: PersonRow, organisationId: string | null): Volunteer => ({
  bornBy: dayOrNull(bornBy),
  facts: facts
    .filter((fact) => fact.organisationId === organisationId)
    .map(({ kind, startsOn, endsOn }) => ({ kind, startsOn: dayOf(startsOn), endsOn: dayOrNull(endsOn) })),
})

type Around = {
  /** The first day of everybody's shifts, by `firstKey`. */
  readonly firsts: ReadonlyMap<string, string>
  readonly language: Language
  readonly now: Date
  /** The sign-ups for shifts at which they were. */
  readonly attended?: ReadonlySet<string>
}

/** A shift that somebody has, with what is not in order about it. */
export function presentDone(taken: TakenRow, around: Around): Done | null {
  const { firsts, language, now } = around
  const { session, shift, person } = taken
  if (!session || !shift) return null
  const span = shiftSpan(session.wallStart, shift)
  const { startsAt, endsAt } = shiftMoments(session.wallStart, shift)
  const day = span.start.slice(0, 10)
  return {
    session: session.id,
    title: session.activity.isDiscreet
      ? titleIn(session.activity.title, language)
      : (textIn(session.title, language) ?? titleIn(session.activity.title, language)),
    name: titleIn(shift.name, language),
    ...span,
    hours: (endsAt.getTime() - startsAt.getTime()) / 3_600_000,
    over: endsAt <= now,
    attended: around.attended?.has(taken.id) ?? false,
    organisation: session.activity.series.program.operator?.name ?? null,
    warnings:
      startsAt > now
        ? warningsOf(
            shift,
            volunteerOf(person, operatorOf(session)),
            day,
            firsts.get(firstKey(person.id, operatorOf(session))) ?? day,
          )
        : [],
  }
}

export const allWarnings = (shifts: readonly Done[]): readonly PaperWarning[] => [
  ...new Set(shifts.flatMap(({ warnings }) => warnings)),
]
