import type { SessionView } from '#shared/contract/public.ts'
import type { WallSpan } from '#shared/time/when.ts'
import { formatSpan } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Button } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import type { Draft } from './draft.ts'
import { isSaid, NeedsSaid } from './needs-fields.tsx'
import { WhoComes } from './who-comes.tsx'

type CheckProps = {
  readonly session: SessionView
  /** Of it, or of the time that they chose. */
  readonly when: WallSpan
  readonly draft: Draft
  /** What they would wait for: seats, or for care alone; null: there is all that they want. */
  readonly waits: 'seats' | 'care' | null
  readonly onWithoutCare: () => void
}

/** Everything that will be sent, to read once more, and who will see it. */
export function Check({ session, when, draft, waits, onWithoutCare }: CheckProps) {
  const t = useWords()
  const language = useLanguage()
  const { activity, series } = session
  const all = activity.enrolment === 'WHOLE_COURSE' ? 'course' : activity.enrolment === 'MEMBERSHIP' ? 'club' : null
  return (
    <>
      <p>{t('signUp.check')}</p>
      <Rows>
        <Row name={t('signUp.what')}>{all ? `${series.name}. ${t(`seats.${all}`)}` : <ForeignText text={activity.title} />}</Row>
        <Row name={t('signUp.when')}>{formatSpan(when, language)}</Row>
        <Row name={t('signUp.who')}>
          <WhoComes {...draft} />
        </Row>
        <Row name={t('signUp.reach')}>{draft.attending ? draft.contact : `${draft.name}, ${draft.contact}`}</Row>
        {isSaid(draft.needs) && (
          <Row name={t('needs.heading')}>
            <NeedsSaid needs={draft.needs} />
          </Row>
        )}
        {activity.eligibility && (
          <Row name={t('signUp.eligibility')}>
            <ForeignText text={activity.eligibility} />
          </Row>
        )}
      </Rows>
      {draft.others.length > 0 && <p>{t('signUp.together')}</p>}
      {waits && (
        <Note tone="sun">
          <p>{t(waits === 'care' ? 'signUp.care.waiting' : 'seats.waiting')}</p>
          {waits === 'seats' && draft.care > 0 && <p>{t('signUp.care.both')}</p>}
          {waits === 'care' && <Button onClick={onWithoutCare}>{t('signUp.care.without')}</Button>}
        </Note>
      )}
      <p className="quiet">{t('signUp.notice')}</p>
    </>
  )
}
