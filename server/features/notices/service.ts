import type { Language } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { writeInvitation, type InvitedEvent } from '#shared/ical/write-invitation.ts'
import { placeSpan } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import { textIn } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import type { Composed, Composer, Unwritten } from '../../mail/composer.ts'
import { readSecret } from '../sign-ups/repository.ts'
import { ownUid } from '../sign-ups/slots.ts'
import { tokenOf } from '../sign-ups/token.ts'
import { messageKinds, writeGuarded, writeNotice, type Item } from './letters.ts'
import { pageOf, textOf } from './mail-forms.ts'
import { messageKindOf, newsOf, spanOf, waitsUntil, type DueNotice, type Told } from './news.ts'
import {
  addMessage,
  addReminders,
  assign,
  findDue,
  findDueOf,
  findMeetings,
  findSeatsOf,
  findSequences,
  findSignUpMails,
  postpone,
  settle,
  type Group,
} from './repository.ts'
import { signUpMailsAnHour } from './rules.ts'

/** One entry of a mailbox's calendar: of a session, or `isOwn`: of one sign-up alone. */
type Entry = {
  readonly id: string
  readonly calendar: 'on' | 'off' | null
  readonly isOwn: boolean
  readonly isOff: boolean
}

/** Sessions as feeds show them, by id: those that aren't public any more are there too, as somebody may have signed up for them. */
export type EventsOf = (sessionIds: readonly string[], language: Language) => Promise<ReadonlyMap<string, FeedEvent>>

type Parts = {
  readonly database: Pick<Database, 'prisma'>
  readonly eventsOf: EventsOf
  readonly publicUrl: string
  /** From whom mails come: the organiser of their calendar parts. */
  readonly from: string
}

const [hourMs, remindEveryMs, mostAtOnce] = [3_600_000, 60_000, 500]

/**
 * Turns notices into mails: what is due waits as one mail for each mailbox, language and kind, and is put into words when it is sent. Nothing stale
 * can go out, and several edits are told once, because what is told is the difference between what people knew and what is true then.
 */
export function createComposer({ database: { prisma }, eventsOf, publicUrl, from }: Parts): Composer {
  let remindedMs = 0

  return {
    async gather(now) {
      if (now.getTime() - remindedMs >= remindEveryMs) {
        await addReminders(prisma, now)
        remindedMs = now.getTime()
      }
      const notices = await findDue(prisma, now, mostAtOnce)
      const [reachable, others] = [notices.filter(({ email }) => email !== null), notices.filter(({ email }) => email === null)]
      const { told, silent } = newsOf(others, now, false)
      await settle(prisma, ids(silent), 'NOTHING', now)
      await settle(prisma, ids(told.flatMap(({ notices: of }) => of)), 'NO_MAIL', now)
      for (const [group, members] of groupsOf(reachable)) await letWait(group, members, now)
    },

    async compose(mail, now) {
      const group = groupOf(mail)
      const notices = group === null ? [] : await findDueOf(prisma, group, now)
      const { told, silent } = newsOf(notices, now, mail.unclear)
      const waits = told.map(({ notices: of }) => of.map((notice) => waitsUntil(notice, now)))
      if (told.length > 0 && waits.flat().every((until) => until !== null))
        return { later: new Date(Math.min(...waits.flat().map((until) => until?.getTime() ?? 0))) }
      await settle(prisma, ids(silent), 'NOTHING', now)
      if (group === null || told.length === 0) return null
      await assign(prisma, ids(told.flatMap(({ notices: of }) => of)), mail.id)
      return written(group, told, now)
    },

    settle: (tx, noticeIds, fate, now) => settle(tx, noticeIds, fate, now),
  }

  /** Lets a mail wait, or the notices until the night is over or until the mailbox has had fewer mails. */
  async function letWait(group: Group, members: readonly DueNotice[], now: Date): Promise<void> {
    const full = group.kind === 'sign-up' ? await fullUntil(group.to, now) : null
    const waits = members.map((notice) => ({ notice, until: full ?? waitsUntil(notice, now) }))
    for (const { notice, until } of waits) if (until !== null) await postpone(prisma, notice.id, until)
    const ready = waits.flatMap(({ notice, until }) => (until === null ? [notice.id] : []))
    if (ready.length > 0) await addMessage(prisma, group, ready, now)
  }

  async function fullUntil(to: string, now: Date): Promise<Date | null> {
    const sent = await findSignUpMails(prisma, to, new Date(now.getTime() - hourMs))
    const oldest = sent.at(-signUpMailsAnHour)
    return oldest === undefined ? null : new Date(oldest.getTime() + hourMs)
  }

  async function written(group: Group, told: readonly Told[], now: Date): Promise<Composed> {
    const { to, language } = group
    const secret = await readSecret({ prisma })
    const about = await Promise.all(told.map(async (one) => ({ one, sessionIds: await sessionsOf(one, now) })))
    const sessionIds = [...new Set(about.flatMap((one) => one.sessionIds))]
    const events = await eventsOf(sessionIds, language)
    const items = about.map(({ one, sessionIds: of }): Item => {
      const [notice] = one.notices as readonly [DueNotice]
      const token = tokenOf(secret, notice.signUpId, notice.generation)
      return {
        news: one.news,
        events: of.flatMap((id) => events.get(id) ?? []).map((event) => atOwnTime(ofShift(event, notice, language), notice)),
        volunteers: Boolean(notice.shiftName),
        formerly: one.formerly,
        until: one.news === 'offer' ? offeredUntil(notice, now) : null,
        onWaitingList: notice.status === 'WAITLISTED',
        seats: notice.seats,
        care: notice.care,
        code: notice.code,
        link: `${publicUrl}${language === 'pl' ? '' : `/${language}`}${pages.manage(token)}`,
      }
    })
    const guarded = told.some(({ notices }) => notices.some((notice) => notice.guarded))
    const links = items.map(({ link }) => link)
    const { subject, parts } = guarded ? writeGuarded(links, language) : writeNotice(items, { ...group, publicUrl })
    // An appointment and a shift are entries of their own: a household may have two at one session, and a volunteer comes to the rest of it too.
    const timed = about.flatMap(({ one }) => one.notices.slice(0, 1).filter(({ hasOwnTime }) => hasOwnTime))
    const own = new Map(timed.flatMap((notice) => ownEvent(notice, events, language)))
    // A calendar is often shared by a household.
    const entries = (guarded ? [] : about).flatMap(({ one, sessionIds: of }) => {
      const [notice] = one.notices
      const { calendar } = one
      if (notice?.hasOwnTime)
        return [{ id: notice.signUpId, calendar, isOwn: true, isOff: !notice.now?.on || notice.status !== 'CONFIRMED' }]
      return of.map((id) => ({ id, calendar, isOwn: false, isOff: notice?.now?.on === false }))
    })
    const invited = await invitedOf(to, entries, new Map([...events, ...own]))
    return {
      subject,
      text: textOf(parts),
      html: pageOf(parts, subject, language),
      calendar:
        invited.length === 0 ? null : writeInvitation(invited, { organiser: from, attendee: to, neutral: group.discreet }),
      sequences: Object.fromEntries(invited.map(({ id, sequence }) => [id, sequence])),
      noticeIds: ids(told.flatMap(({ notices }) => notices)),
    }
  }

  async function sessionsOf({ sessionId, notices: [notice] }: Told, now: Date): Promise<readonly string[]> {
    return sessionId === null ? findMeetings(prisma, notice?.seriesId ?? '', now) : [sessionId]
  }

  /** What the mailbox's calendar shall hold: a meeting stays in it as long as anybody of that mailbox has a seat. */
  async function invitedOf(
    to: string,
    entries: readonly Entry[],
    events: ReadonlyMap<string, FeedEvent>,
  ): Promise<readonly (InvitedEvent & { readonly id: string })[]> {
    const wanted = [...new Map(entries.filter(({ calendar }) => calendar !== null).map((entry) => [entry.id, entry])).values()]
    const sessionIds = wanted.map(({ id }) => id)
    const [sent, seats] = [await findSequences(prisma, to, sessionIds), await findSeatsOf(prisma, to, sessionIds)]
    return wanted.flatMap(({ id, isOff, isOwn }) => {
      const event = events.get(id)
      if (!event) return []
      const sequence = Math.max(event.sequence, (sent.get(id) ?? -1) + 1)
      return [{ id, event, sequence, off: isOff || event.extra.cancelled || !(isOwn || seats.has(id)) }]
    })
  }
}

/** A volunteer's mail is about their shift: what they do. Of a discreet meeting that would tell what it is. */
function ofShift(event: FeedEvent, { shiftName, now, discreet }: DueNotice, language: Language): FeedEvent {
  const name = textIn(shiftName, language)
  if (name === null || now === null || discreet) return event
  const title = { ...event.extra.title, text: `${event.extra.title.text} – ${name.text}` }
  return { ...event, title: `${event.title} – ${name.text}`, extra: { ...event.extra, title } }
}

/** Whoever has an appointment reads of its time, and not of the hours of whoever they go to; a volunteer of their shift. */
const atOwnTime = (event: FeedEvent, { hasOwnTime, now }: DueNotice): FeedEvent =>
  hasOwnTime && now !== null ? { ...event, when: placeSpan(spanOf(now), warsaw) } : event

/** The calendar entry of an appointment or a shift: its own time under an id of its own, which is the sign-up's. */
function ownEvent(
  notice: DueNotice,
  events: ReadonlyMap<string, FeedEvent>,
  language: Language,
): readonly (readonly [string, FeedEvent])[] {
  const event = events.get(notice.sessionId ?? '')
  if (!event) return []
  return [
    [
      notice.signUpId,
      {
        ...atOwnTime(ofShift(event, notice, language), notice),
        uid: ownUid(event.uid, notice.signUpId),
        sequence: event.sequence + notice.ownMoves,
      },
    ],
  ]
}

/** The time of an offer begins when its mail is accepted, which is now or a little later. Never after the start. */
function offeredUntil({ offerHours, offeredUntil: until, startsAt }: DueNotice, now: Date): Date {
  const end = until ?? new Date(now.getTime() + (offerHours ?? 0) * hourMs)
  return startsAt !== null && startsAt < end ? startsAt : end
}

const ids = (notices: readonly DueNotice[]): readonly string[] => notices.map(({ id }) => id)

function groupOf({ kind, to, language, discreet }: Unwritten): Group | null {
  const known = messageKinds.find((name) => name === kind)
  return known ? { kind: known, to, language, discreet } : null
}

function groupsOf(notices: readonly DueNotice[]): ReadonlyMap<Group, readonly DueNotice[]> {
  const groups = new Map<string, { readonly group: Group; readonly members: DueNotice[] }>()
  for (const notice of notices) {
    const { email, kind, language, discreet } = notice
    if (email === null) continue
    const key = `${kind} ${language} ${discreet} ${email}`
    const found = groups.get(key) ?? { group: { to: email, kind: messageKindOf[kind], language, discreet }, members: [] }
    found.members.push(notice)
    groups.set(key, found)
  }
  return new Map([...groups.values()].map(({ group, members }) => [group, members]))
}
