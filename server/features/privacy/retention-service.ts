import { mergeUndoDays } from '#shared/contract/merge.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import type { Clock } from '../../clock.ts'
import type { Write } from '../../db/write.ts'
import {
  clearNeeds,
  dropCalls,
  dropContacts,
  dropFacts,
  dropWaiting,
  emptyMessages,
  finishErasures,
  forgetMerges,
  forgetUnlinked,
} from './retention-repository.ts'

/** For how many days each class of data is kept: needs and places in a queue after the meeting, words of messages after they were written, contacts after the last link. */
export type KeepDays = { readonly needs: number; readonly waiting: number; readonly messages: number; readonly contacts: number }

export const usualKeepDays: KeepDays = { needs: 3, waiting: 3, messages: 14, contacts: 30 }

/** How much of each class went. */
export type Gone = Readonly<
  Record<'needs' | 'waiting' | 'messages' | 'contacts' | 'facts' | 'calls' | 'people' | 'merges' | 'erasures', number>
>

/**
 * Takes away what was kept long enough (mechanics 25), each class in a transaction of its own: it may run at any time, in several processes
 * at once, and after a crash again.
 */
export async function forgetOld({ write, clock, days }: { write: Write; clock: Clock; days: KeepDays }): Promise<Gone> {
  const now = clock()
  const today = dayInWarsaw(now.getTime())
  const daysAgo = (count: number): Date => new Date(now.getTime() - (Date.parse(today) - Date.parse(addDays(today, -count))))
  return {
    needs: await write((tx) => clearNeeds(tx, daysAgo(days.needs))),
    waiting: await write((tx) => dropWaiting(tx, daysAgo(days.waiting))),
    messages: await write((tx) => emptyMessages(tx, daysAgo(days.messages))),
    contacts: await write((tx) => dropContacts(tx, daysAgo(days.contacts), today)),
    facts: await write((tx) => dropFacts(tx, daysAgo(days.contacts))),
    calls: await write((tx) => dropCalls(tx, daysAgo(days.contacts))),
    people: await write((tx) => forgetUnlinked(tx, daysAgo(days.contacts), now, today)),
    merges: await write((tx) => forgetMerges(tx, daysAgo(mergeUndoDays))),
    erasures: await write((tx) => finishErasures(tx, today)),
  }
}
