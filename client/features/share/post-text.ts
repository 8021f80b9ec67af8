import type { Language } from '#shared/contract/kinds.ts'
import type { SessionAnswer, SessionView } from '#shared/contract/public.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatClock, formatDayHeading, formatDayRange, formatShortDay, formatSpan } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay } from '#shared/time/when.ts'
import { feed as en } from '#shared/words/en/feed.ts'
import { feed as pl } from '#shared/words/pl/feed.ts'
import { feed as uk } from '#shared/words/uk/feed.ts'

/** The words of feeds, so that a post says the same as the calendar. */
const words = { pl, en, uk }

const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

/** Paragraphs of lines, those that say nothing left out. */
const text = (paragraphs: readonly (readonly (string | null)[])[]): string =>
  paragraphs
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')

/**
 * A post about one session, for a social network: what changed first, then what, when, where, whether one gets in, what it costs, how to
 * join, and the page. Null for a discreet one, of which nothing is published (mechanics 24).
 *
 * @param link - the session's page, a whole address
 */
export function postOfSession(session: SessionAnswer, link: string, language: Language): string | null {
  if (session.discreet) return null
  const say = words[language]
  const { activity, cancelled } = session
  const title = activity.title.text
  return text([
    [session.sample ? say.sample : null],
    [cancelled ? fill(say.cancelledTitle, { title }) : title, changeOf(session, language)],
    [formatSpan(session.when, language), placeOf(session), cancelled ? null : wayIn(session, language)],
    [session.note?.text ?? null, cancelled ? null : (activity.description?.text ?? null)],
    cancelled ? [] : [costOf(session, language), fill(say.enrolment[activity.enrolment], { link })],
    [cancelled || !say.enrolment[activity.enrolment].includes('{{link}}') ? fill(say.page, { link }) : null],
    [session.funding?.sentence.text ?? null],
  ])
}

function changeOf({ cancelled, moved }: SessionView, language: Language): string | null {
  const say = words[language]
  const reason = (cancelled ?? moved)?.reason
  const instead = cancelled?.instead
  const lines = [
    !cancelled && moved ? fill(say.moved, { when: startInWords(moved.from, language) }) : null,
    reason ? fill(say.reason, { text: reason.text }) : null,
    instead ? fill(say.instead, { text: 'text' in instead ? instead.text : instead.name }) : null,
  ]
  return lines.filter(Boolean).join('\n') || null
}

function startInWords(start: string, language: Language): string {
  const day = formatShortDay(start.slice(0, 10), language)
  return start.length > 10 ? `${day}, ${formatClock(start)}` : day
}

function placeOf({ venue, room, activity, district, city }: SessionView): string {
  const place = venue ? [venue.name, room, venue.address] : [activity.meetingPoint?.text, district?.name]
  return [...place, city.name].filter(Boolean).join(', ')
}

function wayIn({ venue }: SessionView, language: Language): string | null {
  const say = words[language]
  const known = venue?.accessibility.find(({ fact }) => fact === 'STEP_FREE_ENTRANCE')?.value
  return known ? fill(say.facts.STEP_FREE_ENTRANCE, { value: answerIn(known, language) }) : null
}

const answerIn = (value: 'yes' | 'no' | 'unknown', language: Language): string =>
  words[language].yesNo[value.toUpperCase() as 'YES' | 'NO' | 'UNKNOWN']

function costOf({ activity: { cost } }: SessionView, language: Language): string {
  const say = words[language]
  if (!cost) return say.costUnknown
  return cost.free ? say.free : fill(say.cost, { text: cost.text.text })
}

/**
 * A post about the sessions of some days, from the published calendar. Discreet ones, which have no kind there, are left out.
 *
 * @param link - the page of the calendar, a whole address
 */
export function postOfDays(
  events: readonly FeedEvent[],
  days: { readonly from: LocalDay; readonly to: LocalDay; readonly title: string },
  link: string,
  language: Language,
): string {
  const say = words[language]
  const open = events.filter(({ extra }) => extra.kind !== null)
  const inOrder = [...new Set(open.map(({ when }) => firstDayOf(when)))].toSorted()
  return text([
    [open.some(({ extra }) => extra.sample) ? say.sampleText : null],
    [days.title, formatDayRange(days.from, days.to, language)],
    ...inOrder.map((day) => {
      const { weekday, date } = formatDayHeading(day, language)
      const ofDay = open.filter(({ when }) => firstDayOf(when) === day)
      return [`${weekday}, ${date}`, ...ofDay.map((event) => lineOf(event, language))]
    }),
    [fill(say.page, { link })],
  ])
}

/** "– 17:00–19:00 Joga, Świetlica, ul. Zmyślona 1. Wejście bez schodów: tak." */
function lineOf({ extra, when, location }: FeedEvent, language: Language): string {
  const say = words[language]
  const hours = when.kind === 'timed' ? `${formatClock(when.start)}–${formatClock(when.end)} ` : ''
  if (extra.cancelled) {
    const reason = extra.reason ? ` ${fill(say.reason, { text: extra.reason.text })}` : ''
    return `– ${hours}${fill(say.cancelledTitle, { title: extra.title.text })}.${reason}`
  }
  const moved = extra.movedFrom === null ? '' : ` ${fill(say.moved, { when: startInWords(extra.movedFrom, language) })}`
  const place = location === null ? '' : `, ${location}`
  return `– ${hours}${extra.title.text}${place}. ${fill(say.wayIn, { value: answerIn(extra.stepFree, language) })}${moved}`
}
