import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { pages } from '#shared/contract/paths.ts'
import { formatInstant, formatSpan } from '#shared/time/format.ts'
import { startOf } from '#shared/time/when.ts'
import { AttendanceCard } from '#client/features/attendance/attendance-card.tsx'
import { ReachCard } from '#client/features/calls/reach-card.tsx'
import { PeopleCard } from '#client/features/desk/people-card.tsx'
import { useRights } from '#client/features/me/queries.ts'
import { CancelDialog } from '#client/features/planning/cancel-dialog.tsx'
import { EditList } from '#client/features/planning/edit-list.tsx'
import { dayInWords, slotInWords, spanOfSlot } from '#client/features/planning/moments.ts'
import { MoveDialog } from '#client/features/planning/move-dialog.tsx'
import { RestoreDialog } from '#client/features/planning/one-step-dialogs.tsx'
import { usePlannedSession } from '#client/features/planning/queries.ts'
import type { PlannedSession, SessionForPanel } from '#client/features/planning/wire.ts'
import { WordsDialog } from '#client/features/planning/words-dialog.tsx'
import { SessionShiftsCard } from '#client/features/volunteers/shifts-panel.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Fact, Facts } from '#client/ui/facts.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark, Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from '../asked.tsx'
import { ObjectHistory } from '../object-history.tsx'

type Opened = 'move' | 'cancel' | 'restore' | 'words' | null

/** One meeting for those who run it: how it stands, and what can be done with it. `?change=move` or `words` opens that dialog at once. */
export default function SessionPage() {
  const { id = '' } = useParams()
  return <Asked query={usePlannedSession(id)}>{(loaded) => <Session loaded={loaded} />}</Asked>
}

function Session({ loaded }: { readonly loaded: SessionForPanel }) {
  const t = useWords()
  const language = useLanguage()
  const [query, setQuery] = useSearchParams()
  const asked = query.get('change')
  const { session, series, program, club, activity, edits } = loaded
  const changeable = session.plannable && !session.began
  const opens = changeable && !session.cancelled && (asked === 'move' || asked === 'words')
  const [opened, setOpened] = useState<Opened>(opens ? asked : null)
  const close = () => {
    setOpened(null)
    if (asked !== null) setQuery({}, { replace: true })
  }
  const rights = useRights()
  const title = session.title[language] ?? session.title.pl
  return (
    <div className="panel-page">
      <p>
        <LocalLink to={panelPages.series(series.id)} className="table-link">
          ‹ {series.title[language] ?? series.title.pl}
        </LocalLink>
      </p>
      <div className="panel-head">
        <PageTitle title={title}>
          {session.cancelled ? <s>{title}</s> : title} {!session.published && <Mark tone="plain">{t('series.page.draft')}</Mark>}
        </PageTitle>
        {session.published && <Outside id={session.id} off={session.cancelled !== null} />}
      </div>
      <News session={session} />
      <div className="panel-columns">
        <div className="panel-column">
          <Card>
            <Facts>
              <Fact icon="clock" label={t('planning.fields.when')} answer={formatSpan(spanOfSlot(session), language)}>
                {activity && <p>{activity.rule[language] || activity.rule.pl}</p>}
              </Fact>
              <Fact
                icon="place"
                label={t('planning.fields.place')}
                answer={[session.venue?.name, session.room?.name].filter(Boolean).join(', ') || t('series.page.noPlace')}
              />
              <Fact icon="person" label={t('planning.fields.host')} answer={session.host ?? t('series.page.noHost')}>
                <p>{t('series.page.people', { count: session.people })}</p>
              </Fact>
            </Facts>
            {session.own.note && (
              <Note tone="sky">
                <p>{session.own.note[language] ?? session.own.note.pl}</p>
              </Note>
            )}
            <p className="quiet">{[program.name, club?.name].filter(Boolean).join(' · ')}</p>
            {changeable && <Actions session={session} onOpen={setOpened} />}
            {session.began && <p className="quiet">{t('series.page.began')}</p>}
          </Card>
          {rights.includes('sign-up') && <PeopleCard session={session.id} />}
          <SessionShiftsCard sessionId={session.id} start={spanStart(session)} />
          {rights.includes('sign-up') && !session.cancelled && <AttendanceCard session={session.id} />}
        </div>
        <div className="panel-column">
          {session.published && rights.includes('tell') && <ReachCard sessionId={session.id} />}
          <Card heading={t('series.page.edits')}>
            <EditList seriesId={series.id} entries={edits} />
          </Card>
          <ObjectHistory object={session.id} />
        </div>
      </div>
      {opened === 'move' && <MoveDialog sessionId={session.id} onClose={close} />}
      {opened === 'cancel' && <CancelDialog sessionId={session.id} onClose={close} />}
      {opened === 'restore' && <RestoreDialog sessionId={session.id} onClose={close} />}
      {opened === 'words' && <WordsDialog sessionId={session.id} onClose={close} />}
    </div>
  )
}

const spanStart = (session: PlannedSession): string => startOf(spanOfSlot(session))

/** How residents see it, and what tells them of it. */
function Outside({ id, off }: { readonly id: string; readonly off: boolean }) {
  const t = useWords()
  return (
    <div className="form-actions">
      <ButtonLink to={pages.session(id)}>{t('series.page.public')}</ButtonLink>
      <ButtonLink to={panelPages.post(id)}>{t('shareTitles.post')}</ButtonLink>
      <ButtonLink to={panelPages.poster(id)}>{t('shareTitles.poster')}</ButtonLink>
      {off && <ButtonLink to={panelPages.doorNote(id)}>{t('shareTitles.doorNote')}</ButtonLink>}
    </div>
  )
}

function Actions({ session, onOpen }: { readonly session: PlannedSession; readonly onOpen: (opened: Opened) => void }) {
  const t = useWords()
  if (session.cancelled)
    return (
      <div className="form-actions">
        <Button look="main" onClick={() => onOpen('restore')}>
          {t('planning.restore.verb')}
        </Button>
      </div>
    )
  return (
    <div className="form-actions">
      <Button look="main" onClick={() => onOpen('move')}>
        {t('series.page.move')}
      </Button>
      <Button onClick={() => onOpen('cancel')}>{t('planning.cancel.verb')}</Button>
      <Button onClick={() => onOpen('words')}>{t('series.page.words')}</Button>
    </div>
  )
}

/** Cancelled or moved, since when and why. */
function News({ session: { cancelled, moved } }: { readonly session: PlannedSession }) {
  const t = useWords()
  const language = useLanguage()
  if (cancelled)
    return (
      <Note tone="window" filled>
        <p>
          <b>{t('series.page.cancelledAt', { when: formatInstant(Date.parse(cancelled.at), language) })}</b>{' '}
          {cancelled.reason?.[language] ?? cancelled.reason?.pl}
        </p>
        {(cancelled.instead || cancelled.insteadText) && (
          <p>
            {t('session.cancelled.instead')}{' '}
            {cancelled.instead ? (
              <LocalLink to={panelPages.session(cancelled.instead.id)}>{slotInWords(cancelled.instead, language)}</LocalLink>
            ) : (
              (cancelled.insteadText?.[language] ?? cancelled.insteadText?.pl)
            )}
          </p>
        )}
      </Note>
    )
  if (!moved) return null
  return (
    <Note tone="sky" filled>
      <p>
        <b>{t('series.page.movedFrom', { when: dayInWords(moved.from, language) })}</b> (
        {formatInstant(Date.parse(moved.at), language)}) {moved.reason?.[language] ?? moved.reason?.pl}
      </p>
    </Note>
  )
}
