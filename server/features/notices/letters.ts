import type { Language } from '#shared/contract/kinds.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatInstant, formatSpan } from '#shared/time/format.ts'
import type { WallSpan } from '#shared/time/when.ts'
import { notices as en } from '#shared/words/en/notices.ts'
import { notices as pl } from '#shared/words/pl/notices.ts'
import { notices as uk } from '#shared/words/uk/notices.ts'
import type { ChangeNews, SignUpNews } from './rules.ts'

const words = { pl, en, uk }

export const messageKinds = ['sign-up', 'change', 'reminder'] as const
export type MessageKind = (typeof messageKinds)[number]
export type News = SignUpNews | ChangeNews | 'reminder'

/** One thing to say, of one sign-up. A discreet session's event is neutral already: it has a neutral title, a time, and no more. */
export type Item = {
  readonly news: News
  /** What it is about; of a course its meetings to come, soonest first. */
  readonly events: readonly FeedEvent[]
  /** When it was to be, where that has changed. */
  readonly formerly: WallSpan | null
  /** Until when an offered seat is kept; null: none is offered. */
  readonly until: Date | null
  readonly onWaitingList: boolean
  /** Whoever helps at it is thanked, and told what a request waits for. */
  readonly volunteers?: boolean
  readonly seats: number
  /** Children who come along into care. */
  readonly care: number
  readonly code: string
  /** The manage page, absolute. */
  readonly link: string
}

/** A mail as a list of parts, from which its text and its HTML are made. */
export type Part =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string; readonly tone: Tone }
  | {
      readonly kind: 'card'
      readonly title: string
      readonly facts: readonly (readonly [string, string])[]
      readonly off: boolean
    }
  | { readonly kind: 'link'; readonly label: string; readonly address: string }
  | { readonly kind: 'small'; readonly text: string }
export type Tone = 'good' | 'off' | 'new'

export type Written = { readonly subject: string; readonly parts: readonly Part[] }

type About = {
  readonly kind: MessageKind
  readonly language: Language
  readonly discreet: boolean
  readonly publicUrl: string
}

const mostMeetings = 12

/** A mail to somebody whose mails others read: that there is a message, where it is, and not a word more. */
export function writeGuarded(links: readonly string[], language: Language): Written {
  const say = words[language].guarded
  return {
    subject: say.subject,
    parts: [
      { kind: 'line', text: words[language].hello },
      { kind: 'line', text: say.lead },
      ...[...new Set(links)].map((address) => ({ kind: 'link', label: say.open, address }) as const),
      { kind: 'small', text: say.keep },
    ],
  }
}

/**
 * A mail about one or several sign-ups of one mailbox. Nobody's name stands in it: whoever signs somebody else's mailbox up could else have
 * us send them words of their choice.
 *
 * @param items - at least one
 */
export function writeNotice(items: readonly Item[], { kind, language, discreet, publicUrl }: About): Written {
  const say = words[language]
  const sections = [...new Set(items.map(({ link }) => link))].map((link) => items.filter((item) => item.link === link))
  return {
    subject: discreet ? say.subjectDiscreet : subjectOf(items, kind, language),
    parts: [
      { kind: 'line', text: say.hello },
      ...sections.flatMap((section) => sectionOf(section, { kind, language, discreet })),
      { kind: 'small', text: say.keep },
      { kind: 'small', text: `${say.sign}\n${publicUrl}` },
    ],
  }
}

function subjectOf(items: readonly Item[], kind: MessageKind, language: Language): string {
  const say = words[language]
  const [item, ...more] = items
  const event = item?.events[0]
  if (!item || !event || more.length > 0) return say.subjectOfMany[kind]
  const subjects = item.volunteers ? { ...say.subjects, ...say.volunteers.subjects } : say.subjects
  return fill(subjects[item.news], { title: event.extra.title.text, when: formatSpan(event.when, language) })
}

/** Everything about one sign-up, then its number and its page, once. */
function sectionOf(items: readonly Item[], { kind, language, discreet }: Omit<About, 'publicUrl'>): readonly Part[] {
  const say = words[language]
  const [first] = items
  if (!first) return []
  const comes = items.some(({ news }) => news !== 'withdrawn' && news !== 'lapsed')
  const facts = [
    ...(comes && first.seats > 1 ? [`${say.people}: ${first.seats}`] : []),
    ...(comes && first.care > 0 && !discreet ? [`${say.care}: ${first.care}`] : []),
    `${say.code}: ${first.code}`,
  ]
  return [
    ...items.flatMap((item) => partsOf(item, language)),
    { kind: 'line', text: facts.join('\n') },
    ...(kind === 'change' ? [{ kind: 'line', text: say.know } as const] : []),
    { kind: 'link', label: say.page, address: first.link },
  ]
}

function partsOf({ news, events, formerly, until, onWaitingList, volunteers }: Item, language: Language): readonly Part[] {
  const say = words[language]
  const leads = volunteers ? { ...say.leads, ...say.volunteers.leads } : say.leads
  const shown = events.slice(0, mostMeetings)
  const rest = events.length - shown.length
  const [first] = shown
  const off = news === 'cancelled' || news === 'withdrawn' || news === 'lapsed'
  return [
    {
      kind: 'lead',
      text: fill(leads[news], { until: until === null ? '' : formatInstant(until.getTime(), language) }),
      tone: off ? 'off' : toneOf(news),
    },
    ...(first?.extra.sample ? [{ kind: 'line', text: say.sample } as const] : []),
    ...(first
      ? [{ kind: 'card', title: first.extra.title.text, off, facts: factsOf(shown, first, formerly, language) } as const]
      : []),
    ...(rest > 0 ? [{ kind: 'line', text: fill(say.more, { count: String(rest) }) } as const] : []),
    ...(onWaitingList && !volunteers && news !== 'waiting' ? [{ kind: 'line', text: say.onWaitingList } as const] : []),
  ]
}

const toneOf = (news: News): Tone => (['moved', 'place', 'restored', 'added', 'waiting', 'offer'].includes(news) ? 'new' : 'good')

function factsOf(
  events: readonly FeedEvent[],
  { location, extra: { reason, instead } }: FeedEvent,
  formerly: WallSpan | null,
  language: Language,
): readonly (readonly [string, string])[] {
  const say = words[language]
  return [
    ...events.map(({ when }, index) => [index === 0 ? say.when : '', formatSpan(when, language)] as const),
    ...(formerly ? [[say.formerly, formatSpan(formerly, language)] as const] : []),
    ...(location ? [[say.where, location] as const] : []),
    ...(reason ? [[say.reason, reason.text] as const] : []),
    ...(instead ? [[say.instead, instead.text] as const] : []),
  ]
}

/** Fills `{{name}}` in one pass: what is filled in is text as it stands (T39). */
const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
