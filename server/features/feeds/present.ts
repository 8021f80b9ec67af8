import type { Answer as AnswerOf } from '#shared/contract/answer.ts'
import type { hostFeed } from '#shared/contract/host-feed.ts'
import { slugOf, type ActivityKind, type Audience, type Language } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { pages } from '#shared/contract/paths.ts'
import type { AccessibilityFact, EnrolmentMode, Text } from '#shared/contract/public.ts'
import {
  filterNames,
  filters,
  queryOf,
  type CancelledStyle,
  type Collection,
  type Selection,
} from '#shared/contract/selection.ts'
import type { FeedEvent, FeedHead } from '#shared/ical/event.ts'
import { oneLine } from '#shared/ical/plain-text.ts'
import { formatClock, formatDay, formatShortDay } from '#shared/time/format.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw, type LocalDay, type WallTime, type When } from '#shared/time/when.ts'
import { audiences as audiencesEn } from '#shared/words/en/audiences.ts'
import { feed as feedEn } from '#shared/words/en/feed.ts'
import { kinds as kindsEn } from '#shared/words/en/kinds.ts'
import { audiences as audiencesPl } from '#shared/words/pl/audiences.ts'
import { feed as feedPl } from '#shared/words/pl/feed.ts'
import { kinds as kindsPl } from '#shared/words/pl/kinds.ts'
import { audiences as audiencesUk } from '#shared/words/uk/audiences.ts'
import { feed as feedUk } from '#shared/words/uk/feed.ts'
import { kinds as kindsUk } from '#shared/words/uk/kinds.ts'

import { dayOf } from '../../db/columns.ts'
import type { OwnFeedRow } from './repository.ts'

/** Rises with every release that words or builds feeds differently: every public session is then raised once, at start. */
export const renderVersion = 2

const words = { pl: feedPl, en: feedEn, uk: feedUk }
const kindWords = { pl: kindsPl, en: kindsEn, uk: kindsUk }
const audienceWords = { pl: audiencesPl, en: audiencesEn, uk: audiencesUk }

/** A text as the database keeps it, Polish always there. */
export type Texts = { readonly pl: string } & Readonly<Partial<Record<Language, string>>>
type Answer = 'YES' | 'NO' | 'UNKNOWN'

/** What the database's view `session_face_now` says of a session. A discreet one has only what stands outside `open`. */
export type Shown = {
  readonly when: {
    readonly kind: 'timed' | 'all-day'
    readonly start: string
    readonly end: string
    readonly startMs: number
    readonly endMs: number
  }
  readonly cancelled: {
    readonly atMs: number
    readonly reason: Texts | null
    readonly insteadText: Texts | null
    readonly instead: { readonly id: string; readonly start: WallTime | LocalDay } | null
  } | null
  readonly moved: { readonly atMs: number; readonly from: WallTime | LocalDay; readonly reason: Texts | null } | null
  readonly city: { readonly slug: string; readonly name: string }
  readonly sample: boolean
  readonly title: Texts
} & ({ readonly discreet: true } | ({ readonly discreet: false } & Open))

type Open = {
  readonly description: Texts | null
  readonly note: Texts | null
  readonly kind: ActivityKind
  readonly audiences: readonly Audience[]
  readonly languages: readonly string[]
  readonly host: string | null
  readonly planB: Texts | null
  readonly meetingPoint: Texts | null
  readonly bring: Texts | null
  readonly isFree: boolean | null
  readonly costText: Texts | null
  readonly careSeats: number | null
  readonly signLanguage: Answer
  readonly easyToRead: Answer
  readonly inductionLoop: Answer
  readonly contact: { readonly phone: string | null; readonly email: string | null; readonly hours: Texts | null }
  readonly enrolment: EnrolmentMode
  readonly eligibility: Texts | null
  readonly stepFree: Answer
  readonly venue: {
    readonly slug: string
    readonly name: string
    readonly address: string
    readonly latitude: number | null
    readonly longitude: number | null
    readonly directions: Texts | null
    readonly accessibility: Readonly<Partial<Record<AccessibilityFact, Answer>>>
  } | null
  readonly room: string | null
  readonly district: { readonly slug: string; readonly name: string } | null
  readonly series: { readonly slug: string }
  readonly funding: readonly Texts[]
}

/** A session's face: what is shown of it, and its revision. */
export type Face = {
  readonly id: string
  readonly shown: Shown
  readonly sequence: number
  readonly createdMs: number
  readonly modifiedMs: number
}

/** Where feeds are published, and what makes their UIDs unique for ever. */
export type Place = { readonly publicUrl: string; readonly uidDomain: string }

/** How a feed wants its events: in which language, and how cancelled ones are marked (mechanics 12). */
export type Style = { readonly language: Language; readonly cancelled: CancelledStyle }

/** A session for whoever leads it: a draft says so, and its page is the panel's, as residents have none of it. */
export function toHostedEvent(face: Face, isDraft: boolean, style: Style, place: Place): FeedEvent {
  const event = toEvent(face, style, place)
  if (!isDraft || event.status === 'CANCELLED') return event
  const { language } = style
  const [publicPage, ownPage] = [pages, panelPages].map(
    ({ session }) => `${place.publicUrl}${pageIn(language, session(face.id))}`,
  )
  const told = event.description.replaceAll(publicPage ?? '', ownPage ?? '')
  return {
    ...event,
    title: fill(words[language].draftTitle, { title: event.title }),
    description: [words[language].draft, told].filter(Boolean).join('\n\n'),
    url: ownPage ?? null,
    status: 'TENTATIVE',
  }
}

export const uidOf = (id: string, { uidDomain }: Place): string => `${id}@${uidDomain}`

/** Turns a face into the event that a feed shows. Pure: the same face, style and place give the same event. */
export function toEvent({ id, shown, sequence, createdMs, modifiedMs }: Face, style: Style, place: Place): FeedEvent {
  const { language } = style
  const title = textIn(shown.title, language)
  const isCancelled = shown.cancelled !== null
  const link = `${place.publicUrl}${pageIn(language, pages.session(id))}`
  return {
    uid: uidOf(id, place),
    sequence,
    createdMs,
    modifiedMs,
    when: whenOf(shown.when),
    title: isCancelled ? fill(words[language].cancelledTitle, { title: title.text }) : title.text,
    description: describe(shown, language, link, place),
    location: shown.discreet ? null : locationOf(shown, language),
    geo: shown.discreet ? null : geoOf(shown.venue),
    url: shown.discreet ? null : link,
    categories: shown.discreet
      ? []
      : [kindWords[language][shown.kind], ...shown.audiences.map((code) => audienceWords[language][code])],
    status: isCancelled && style.cancelled === 'mark' ? 'CANCELLED' : 'CONFIRMED',
    extra: {
      title,
      kind: shown.discreet ? null : slugOf(shown.kind),
      cancelled: isCancelled,
      stepFree: shown.discreet ? 'unknown' : answerSlugs[shown.stepFree],
      venue: shown.discreet || !shown.venue ? null : { slug: shown.venue.slug, name: oneLine(shown.venue.name) },
      series: shown.discreet ? null : shown.series.slug,
      movedFrom: shown.moved?.from ?? null,
      since: sinceOf(shown),
      reason: reasonOf(shown, language),
      instead: insteadOf(shown, language),
      enrolment: shown.discreet ? null : slugOf(shown.enrolment),
      sample: shown.sample,
    },
  }
}

/** Days and not hours: a feed says what to do with the news, not who was at work when. */
function sinceOf({ discreet, cancelled, moved }: Shown): LocalDay | null {
  if (discreet) return null
  const atMs = cancelled?.atMs ?? moved?.atMs
  return atMs === undefined ? null : localDayAt(atMs, warsaw)
}

/** Names of what feeds are named after, by collection and slug; each in Polish at least. */
export type NamesOf = (collection: Collection, slug: string) => Texts | undefined

/** Until or from when a feed that was cut reaches, or null. */
export type Cut = { readonly until: LocalDay } | { readonly from: LocalDay } | null

/** What a selection is called, without the product's name: "Gliwice, warsztat, bez schodów". */
export function titleOf({ slice, filters: chosen, stepFree, language }: Selection, namesOf: NamesOf): string {
  const slugs = filterNames.flatMap((name) => (chosen[name] ?? []).map((slug) => [filters[name], slug] as const))
  const own = slice.collection === 'all' ? [] : [[slice.collection, slice.slug] as const]
  // A district is called with its city, "Sośnica, Gliwice": the city isn't said a second time.
  const isSaid = (city: string) => slugs.some(([collection, slug]) => collection === 'districts' && slug.startsWith(`${city}-`))
  const said = [...own, ...slugs].filter(([collection, slug]) => collection !== 'cities' || !isSaid(slug))
  const names = said.map(([collection, slug]) => {
    const texts = namesOf(collection, slug)
    return texts ? textIn(texts, language).text : slug
  })
  const parts = names.length === 0 ? [words[language].all] : names
  return oneLine([...parts, ...(stepFree ? [words[language].stepFree] : [])].join(', '))
}

/** The name of a kind or an audience; other names come from the database. */
export function wordFor(collection: 'kinds' | 'audiences', slug: string): Texts | undefined {
  const code = slug.toUpperCase().replaceAll('-', '_')
  const [pl, en, uk] = (['pl', 'en', 'uk'] as const).map((language) => {
    const list: Readonly<Record<string, string>> = collection === 'kinds' ? kindWords[language] : audienceWords[language]
    return Object.hasOwn(list, code) ? list[code] : undefined
  })
  return pl && en && uk ? { pl, en, uk } : undefined
}

/** What stands on the private calendar of whoever leads. */
export function toHostedHead(name: string, language: Language, modifiedMs: number, { publicUrl }: Place): FeedHead {
  const page = new URL(`${publicUrl}${pageIn(language, panelPages.myCalendar)}`).href
  const say = words[language]
  const title = fill(say.name, { what: oneLine(`${say.hosted}: ${name}`) })
  // Not the feed's own address: whoever is shown the calendar's details would see the token.
  return { title, description: say.hostedText, source: page, url: page, modifiedMs, language }
}

/** What stands on the calendar itself. */
export function toHead(
  about: {
    readonly title: string
    readonly language: Language
    readonly sourcePath: string
    readonly pagePath: string
    readonly modifiedMs: number
    readonly sample: boolean
    readonly cut: Cut
  },
  { publicUrl }: Place,
): FeedHead {
  const { language, cut } = about
  const say = words[language]
  const reach =
    cut === null
      ? ''
      : 'until' in cut
        ? fill(say.reaches, { day: formatDay(cut.until, language) })
        : fill(say.reachesBack, { day: formatDay(cut.from, language) })
  return {
    title: fill(say.name, { what: about.title }),
    description: [about.sample ? say.sampleText : '', say.text, reach].filter(Boolean).join('\n'),
    source: new URL(`${publicUrl}${about.sourcePath}`).href,
    url: new URL(`${publicUrl}${about.pagePath}`).href,
    modifiedMs: about.modifiedMs,
    language,
  }
}

/** The page that shows the same as a feed. Kinds and audiences have none of their own: the front page is filtered by them. */
export function pageOf(selection: Selection): string {
  const { slice, language } = selection
  const query = queryOf({ ...selection, language: 'pl', cancelled: 'mark', range: null })
  if (slice.collection === 'cities') return pageIn(language, pages.city(slice.slug)) + query
  if (slice.collection === 'all') return pageIn(language, pages.front) + query
  if (slice.collection === 'kinds' || slice.collection === 'audiences') return pageIn(language, pages.front)
  return pageIn(language, pages.of(slice.collection, slice.slug))
}

export const sessionPageOf = (id: string, language: Language): string => pageIn(language, pages.session(id))

const pageIn = (language: Language, path: string): string => (language === 'pl' ? path : `/${language}${path}`)

const answerSlugs = { YES: 'yes', NO: 'no', UNKNOWN: 'unknown' } as const

function whenOf({ kind, start, end, startMs, endMs }: Shown['when']): When {
  return kind === 'timed' ? { kind, start, end, zone: warsaw, startMs, endMs } : { kind, firstDay: start, lastDay: end }
}

/** The text in a language, or the Polish one. */
function textIn(texts: Texts, language: Language): Text {
  const text = texts[language]
  return text === undefined || text === '' ? { text: texts.pl, lang: 'pl' } : { text, lang: language }
}

/** Fills `{{name}}` in one pass: what is filled in is text as it stands, whatever it holds. */
function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

function geoOf(venue: Open['venue']): FeedEvent['geo'] {
  if (!venue || venue.latitude === null || venue.longitude === null) return null
  return { latitude: venue.latitude, longitude: venue.longitude }
}

function locationOf({ venue, room, meetingPoint, district, city }: Open & Shown, language: Language): string {
  const place = venue
    ? [venue.name, room, venue.address]
    : [meetingPoint === null ? null : textIn(meetingPoint, language).text.replace(/\.$/, ''), district?.name]
  return [...place, city.name].filter(Boolean).join(', ')
}

/** Of a discreet session not even the reason: it could tell what the session is (mechanics 24). */
function reasonOf({ cancelled, moved, discreet }: Shown, language: Language): Text | null {
  const reason = cancelled ? cancelled.reason : moved?.reason
  return reason && !discreet ? textIn(reason, language) : null
}

function insteadOf({ cancelled, discreet }: Shown, language: Language): Text | null {
  if (discreet) return null
  if (cancelled?.insteadText) return textIn(cancelled.insteadText, language)
  return cancelled?.instead ? { text: formatStart(cancelled.instead.start, language), lang: language } : null
}

/** "wtorek 24 listopada 2026, 17:00", or the day alone. */
function formatStart(start: WallTime | LocalDay, language: Language): string {
  const day = start.slice(0, 10)
  const text = `${formatShortDay(day, language)} ${day.slice(0, 4)}`
  return start.length > 10 ? `${text}, ${formatClock(start)}` : text
}

/** Plain words, the most urgent first; each part is a paragraph. */
function describe(shown: Shown, language: Language, link: string, place: Place): string {
  const say = words[language]
  const paragraphs = [
    shown.sample ? [say.sample] : [],
    changeLines(shown, language, place),
    ...(shown.discreet ? [] : openParagraphs(shown, language, link)),
  ]
  return paragraphs
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
}

function changeLines(shown: Shown, language: Language, { publicUrl }: Place): string[] {
  const say = words[language]
  const reason = reasonOf(shown, language)
  const instead = insteadOf(shown, language)
  const other = shown.cancelled?.instead
  return [
    shown.cancelled ? say.cancelled : '',
    shown.moved ? fill(say.moved, { when: formatStart(shown.moved.from, language) }) : '',
    reason ? fill(say.reason, { text: reason.text }) : '',
    instead ? fill(say.instead, { text: instead.text }) : '',
    other && !shown.discreet ? `${publicUrl}${sessionPageOf(other.id, language)}` : '',
  ]
}

function openParagraphs(shown: Open & Pick<Shown, 'cancelled'>, language: Language, link: string): string[][] {
  const say = words[language]
  const line = (pattern: string, texts: Texts | string | null): string => {
    if (texts === null) return ''
    return fill(pattern, { text: typeof texts === 'string' ? texts : textIn(texts, language).text })
  }
  const joining = fill(say.enrolment[shown.enrolment], { link })
  return [
    [line('{{text}}', shown.note)],
    [line('{{text}}', shown.description)],
    [
      line(say.host, shown.host),
      line(say.audiences, shown.audiences.map((code) => audienceWords[language][code]).join(', ') || null),
      line(say.eligibility, shown.eligibility),
      shown.languages.some((code) => code !== 'pl') ? line(say.spoken, spokenWords(shown.languages, language)) : '',
      costLine(shown, language),
      shown.cancelled ? '' : joining,
    ],
    [
      line(say.meetingPoint, shown.meetingPoint),
      line(say.bring, shown.bring),
      line(say.planB, shown.planB),
      shown.careSeats ? fill(say.careSeats, { count: String(shown.careSeats) }) : '',
    ],
    accessibilityLines(shown, language),
    [line(say.directions, shown.venue?.directions ?? null), line(say.contact, contactText(shown.contact, language))],
    shown.funding.map((sentence) => textIn(sentence, language).text),
    [!shown.cancelled && joining.includes(link) ? '' : fill(say.page, { link })],
  ]
}

function spokenWords(codes: readonly string[], language: Language): string {
  const known: Readonly<Record<string, string>> = words[language].languages
  return codes.map((code) => known[code] ?? code).join(', ')
}

function costLine({ isFree, costText }: Open, language: Language): string {
  const say = words[language]
  if (isFree) return say.free
  return costText ? fill(say.cost, { text: textIn(costText, language).text }) : say.costUnknown
}

/** Whether one gets in, said also when nobody knows; of the rest only what is known. */
function accessibilityLines({ stepFree, venue, signLanguage, easyToRead, inductionLoop }: Open, language: Language): string[] {
  const say = words[language]
  const known = Object.keys(say.facts).flatMap((name) => {
    const fact = name as AccessibilityFact
    const value = venue?.accessibility[fact] ?? 'UNKNOWN'
    return value === 'UNKNOWN' || fact === 'STEP_FREE_ENTRANCE' ? [] : [fill(say.facts[fact], { value: say.yesNo[value] })]
  })
  const event = Object.entries({ signLanguage, easyToRead, inductionLoop }).flatMap(([name, value]) =>
    value === 'UNKNOWN' ? [] : [fill(say.event[name as keyof typeof say.event], { value: say.yesNo[value] })],
  )
  return [fill(say.wayIn, { value: say.yesNo[stepFree] }), ...known, ...event]
}

function contactText({ phone, email, hours }: Open['contact'], language: Language): string | null {
  const ways = [phone, email].filter(Boolean).join(', ')
  if (ways === '') return null
  return hours ? `${ways} (${textIn(hours, language).text})` : ways
}

/** A private calendar, without its address. */
export const presentHostFeed = ({ id, createdAt, lastUsedOn }: OwnFeedRow): AnswerOf<typeof hostFeed> => ({
  id,
  createdAt: createdAt.toISOString(),
  lastUsedOn: lastUsedOn && dayOf(lastUsedOn),
})
