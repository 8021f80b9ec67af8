import type { ImportChoices } from '#shared/contract/import.ts'
import type { nameFields } from '#shared/contract/import-rows.ts'
import { activityKinds, type ActivityKind } from '#shared/contract/kinds.ts'
import { kinds as en } from '#shared/words/en/kinds.ts'
import { kinds as pl } from '#shared/words/pl/kinds.ts'
import { kinds as uk } from '#shared/words/uk/kinds.ts'
import type { WallSpan } from '#shared/time/when.ts'
import { exactMatch, nameKey, plain, suggestions, type Named, type Suggestion } from './names.ts'
import type { Refused, Row, RowNote } from './row.ts'

export type NameField = (typeof nameFields)[number]

/** What somebody may plan with: programs, clubs and venues in their reach. */
export type Known = {
  readonly programs: readonly Named[]
  readonly clubs: readonly (Named & { readonly programId: string; readonly venueId: string | null })[]
  readonly venues: readonly Named[]
  readonly rooms: readonly (Named & { readonly venueId: string })[]
}

/** Where the sessions of an import belong when a row doesn't say. */
export type Target = { readonly programId: string; readonly clubId: string | null }

/** A row whose names are known things. */
export type Wanted = {
  readonly key: string
  readonly line: number
  readonly event: string | null
  readonly title: string
  readonly when: WallSpan
  readonly programId: string
  readonly clubId: string | null
  readonly venueId: string | null
  readonly roomId: string | null
  readonly kind: ActivityKind
  readonly host: string | null
  readonly description: string | null
  readonly cancelled: boolean
  readonly notes: readonly RowNote[]
}

export type NameFound = {
  readonly field: NameField
  /** What a choice is kept under; of a room with its venue, as every house has a "sala 2". */
  readonly key: string
  readonly text: string
  readonly rows: number
  readonly chosen: string | null
  /** Nobody has said yet which it is. */
  readonly open: boolean
  readonly suggestions: readonly Suggestion[]
}

export type Resolved = {
  readonly wanted: readonly Wanted[]
  readonly refused: readonly Refused[]
  readonly names: readonly NameFound[]
}

/** Choices of names by field and {@link nameKey}: an id, or null for "leave it out". */
export type ChosenNames = Readonly<Partial<Record<NameField, Readonly<Record<string, string | null>>>>>

/**
 * Puts known things in the place of the names in rows: what was chosen, else the one of that very name or alias. What stays open is
 * asked once for all rows that have it; until then those rows are refused.
 */
export function resolveNames(
  rows: readonly Row[],
  known: Known,
  target: Target,
  choices: Pick<ImportChoices, 'kind'> & { readonly names: ChosenNames },
): Resolved {
  const found = new Map<string, NameFound>()
  const look = (field: NameField, text: string | null, things: readonly Named[], scope = ''): string | null | undefined => {
    if (text === null) return null
    const key = nameKey(text)
    if (key === '') return null
    const id = `${field}|${scope}${key}`
    const seen = found.get(id)
    const chosen = chosenFor(field, scope + key, choices.names, things)
    const match = chosen === undefined ? exactMatch(text, things) : chosen
    const open = match === null && chosen === undefined
    const hints = seen?.suggestions ?? (open ? suggestions(text, things) : [])
    found.set(id, { field, key: scope + key, text, rows: (seen?.rows ?? 0) + 1, chosen: match, open, suggestions: hints })
    return open ? undefined : match
  }
  const wanted: Wanted[] = []
  const refused: Refused[] = []
  for (const row of rows) {
    const clubs = target.clubId ? known.clubs.filter(({ id }) => id === target.clubId) : known.clubs
    const club = target.clubId ? target.clubId : look('club', row.club, clubs)
    const program = target.clubId ? null : look('program', row.program, known.programs)
    const venue = look('venue', row.venue, known.venues)
    const ofClub = known.clubs.find(({ id }) => id === club)
    // A club meets at its seat when nothing else is said.
    const place = venue ?? (row.venue === null ? (ofClub?.venueId ?? null) : null)
    const inPlace = known.rooms.filter(({ venueId }) => venueId === place)
    const room = place === null ? null : look('room', row.room, inPlace, `${place}|`)
    const kind = kindOf(row, choices, look)
    const open = [
      [club, row.club],
      [program, row.program],
      [venue, row.venue],
      [room, row.room],
      [kind, row.kind],
    ].find(([value]) => value === undefined)
    if (open) {
      refused.push({ line: row.line, title: row.title, fault: 'name-unknown', value: String(open[1]) })
      continue
    }
    wanted.push({
      key: row.key,
      line: row.line,
      event: row.event,
      title: row.title,
      when: row.when,
      programId: ofClub?.programId ?? program ?? target.programId,
      clubId: club ?? null,
      venueId: place,
      roomId: room ?? null,
      kind: kind ?? choices.kind,
      host: row.host,
      description: row.description,
      cancelled: row.cancelled,
      notes: row.notes,
    })
  }
  return { wanted, refused, names: [...found.values()] }
}

/** Undefined: nobody chose. What was chosen once and isn't in reach any more counts as not chosen. */
function chosenFor(field: NameField, key: string, names: ChosenNames, things: readonly Named[]): string | null | undefined {
  const chosen = names[field]?.[key]
  if (chosen === undefined || chosen === null) return chosen
  return things.some(({ id }) => id === chosen) ? chosen : undefined
}

/** What plans also call a kind. */
const otherWords: Readonly<Partial<Record<ActivityKind, readonly string[]>>> = {
  WORKSHOP: ['Warsztaty', 'Zajęcia warsztatowe'],
  CLUB_MEETING: ['Spotkanie klubu', 'Spotkanie klubowe'],
  SKILLS_TRAINING: ['Trening'],
  NEIGHBOURHOOD_PICNIC: ['Piknik'],
  OPEN_AIR_CINEMA: ['Kino'],
  CLOTHES_SWAP: ['Szafing', 'Wymiana ubrań'],
  CONSULTATION: ['Konsultacja'],
  TRIP: ['Wycieczka'],
}

const kindNames: readonly Named[] = activityKinds.map((code) => ({
  id: code,
  name: pl[code],
  aliases: [en[code], uk[code], code.replaceAll('_', ' '), ...(otherWords[code] ?? [])],
}))

/** By its own column, else by the first words of the title ("Piknik sąsiedzki na Zatorzu"), else what was chosen for all. */
function kindOf(
  row: Row,
  choices: Pick<ImportChoices, 'kind'>,
  look: (field: NameField, text: string | null, things: readonly Named[]) => string | null | undefined,
): ActivityKind | null | undefined {
  const known = row.kind === null ? null : look('kind', row.kind, kindNames)
  if (known === undefined) return undefined
  const code = activityKinds.find((one) => one === known)
  if (code) return code
  const title = plain(row.title)
  return activityKinds.find((one) => title.startsWith(plain(pl[one]))) ?? choices.kind
}
