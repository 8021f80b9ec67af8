import { valueLine } from './content-line.ts'
import type { FeedEvent } from './event.ts'
import { writeEvent } from './write-feed.ts'
import { zoneText } from './zone.ts'

/** REQUEST and CANCEL are of one event; several go as PUBLISH, whose events may have any UIDs (RFC 5546 §3.2). */
export type InvitationMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** An event as a mail brings it: cancelled for whoever gets it, whatever it is for others. */
export type InvitedEvent = { readonly event: FeedEvent; readonly sequence: number; readonly off: boolean }

/**
 * The calendar part of a mail (RFC 5546): the feed's very event, with its UID, so that a phone shows one and moves it. The organiser is the
 * installation's own mailbox, and nobody is asked to answer: the sign-up is the answer.
 *
 * @param neutral - the organiser has no name, as in the mail itself
 * @param events - at least one; the SEQUENCE of each is higher than in the mail before
 * @throws {RangeError} as `writeEvent` does
 */
export function writeInvitation(
  events: readonly InvitedEvent[],
  { organiser, attendee, neutral = false }: { readonly organiser: string; readonly attendee: string; readonly neutral?: boolean },
): { readonly method: InvitationMethod; readonly text: string } {
  const method = events.length > 1 ? 'PUBLISH' : events[0]?.off ? 'CANCEL' : 'REQUEST'
  const people = [
    valueLine(neutral ? 'ORGANIZER' : 'ORGANIZER;CN=Podwórko', mailto(organiser)),
    ...(method === 'PUBLISH' ? [] : [valueLine('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE', mailto(attendee))]),
  ].join('')
  const texts = events.map(({ event, sequence, off }) =>
    writeEvent({ ...event, sequence, status: off ? 'CANCELLED' : 'CONFIRMED' }).replace(
      /END:VEVENT\r\n$/,
      `${people}END:VEVENT\r\n`,
    ),
  )
  const head = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Podworko//Mail//PL\r\nCALSCALE:GREGORIAN\r\nMETHOD:${method}\r\n`
  return { method, text: [head, zoneText, ...texts, 'END:VCALENDAR\r\n'].join('') }
}

/** RFC 6068 §2: what means something else in an address is written by its number. */
const mailto = (mailbox: string): string => `mailto:${encodeURI(mailbox).replaceAll(/[?#&;,"]/g, encodeURIComponent)}`
