import type { AbsenceInput } from '#shared/contract/public.ts'
import type { By, Tx } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { dropAbsence, findMeetings, putAbsence } from './absence-repository.ts'
import type { SignUpRow } from './repository.ts'
import { SessionCancelledError, SignUpChangedError } from './rules.ts'
import type { SignUpService } from './service.ts'

/** As many as a course can have. */
const allMeetings = 400

/**
 * "I won't come that day": whoever is expected at every meeting of a course or a club says so of one to come, and takes it back. Their place
 * stays theirs.
 */
export function absenceService(signUps: Pick<SignUpService, 'opened' | 'found' | 'changing'>) {
  /** @throws {NotFoundError} for a meeting that isn't one of theirs to come */
  const said =
    ({ session, away }: AbsenceInput) =>
    async (tx: Tx, row: SignUpRow, now: Date): Promise<void> => {
      if (row.seriesId === null || row.status === 'WITHDRAWN') throw new SignUpChangedError('nobody expects them any more')
      const meetings = await findMeetings(tx, { id: row.id, seriesId: row.seriesId }, now, allMeetings)
      const meeting = meetings.find((one) => one.session === session)
      if (!meeting) throw new NotFoundError()
      const about = { signUpId: row.id, sessionId: session }
      if (!away) return dropAbsence(tx, about)
      if (meeting.cancelled) throw new SessionCancelledError()
      await putAbsence(tx, about, meeting.start.slice(0, 10), now)
    }

  return {
    async say(token: string, input: AbsenceInput): Promise<void> {
      const found = await signUps.opened(token)
      await signUps.changing(found, (tx, row, _list, _facts, now) => said(input)(tx, row, now))
    },

    /** Whether staff may was asked before. */
    async sayByStaff(id: string, input: AbsenceInput, by: By): Promise<void> {
      const found = await signUps.found(id)
      await signUps.changing(found, (tx, row, _list, _facts, now) => said(input)(tx, row, now), by)
    },
  }
}
export type AbsenceService = ReturnType<typeof absenceService>
