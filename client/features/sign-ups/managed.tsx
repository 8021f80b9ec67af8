import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { pages, sessionFeedPath } from '#shared/contract/paths.ts'
import type { ManageView } from '#shared/contract/public.ts'
import { formatInstant, formatSpan } from '#shared/time/format.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { OwnShift } from './own-shift.tsx'
import { isSaid, NeedsSaid } from './needs-fields.tsx'
import { LinkCard } from './link-card.tsx'
import { Meetings } from './meetings.tsx'
import { News } from './news.tsx'
import { PaperCode } from './paper-code.tsx'
import { PartyEditor } from './party-editor.tsx'
import { problemOf, type SaidProblem } from './problem-words.ts'
import { accept, changeParty, undoWithdrawal, withdraw } from './queries.ts'
import { WhoComes } from './who-comes.tsx'
import './sign-ups.css'

type ManagedProps = {
  readonly token: string
  readonly signUp: ManageView
  /** Asks anew how things stand. */
  readonly onChange: () => Promise<unknown>
  /** The calendars that hold it. */
  readonly children: ReactNode
}

/** How a sign-up stands, and all that can be done with it: each act by a button, and each can be taken back (T24). */
export function Managed({ token, signUp, onChange, children }: ManagedProps) {
  const t = useWords()
  const language = useLanguage()
  const [doing, setDoing] = useState<'nothing' | 'withdrawing' | 'changing'>('nothing')
  const [problem, setProblem] = useState<SaidProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const navigate = useNavigate()
  const { outcome, title, sessionId, cancelled, started, undo, offer, lapsed } = signUp

  const run = async (act: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    try {
      await act()
      setDoing('nothing')
    } catch (error) {
      setProblem(problemOf(error instanceof Error ? error : new Error(String(error))))
    }
    await onChange()
    setBusy(false)
  }

  const heading = signUp.shift ? t('volunteering.own.title') : t('signUp.manage.title')

  /** The new sign-up has a page of its own. */
  const goTo = async (change: () => Promise<string>) => {
    let next: string | null = null
    await run(async () => {
      next = await change()
    })
    if (next !== null) void navigate(localPath(language, pages.manage(next)), { replace: true })
  }

  // One cancelled meeting is not the end of a club.
  const canChange = outcome !== 'withdrawn' && (!cancelled || signUp.for === 'club') && !started
  return (
    <article className="page detail manage">
      <div className="detail-head">
        <PageTitle title={heading}>{heading}</PageTitle>
        <output className="sign-up-standing">
          <Note
            tone={
              cancelled || outcome === 'withdrawn' ? 'window' : outcome === 'waiting' || outcome === 'offered' ? 'sun' : 'yard'
            }
            filled
          >
            <p>
              <b>
                {cancelled ? (
                  t('signUp.manage.cancelled')
                ) : signUp.shift && outcome !== 'withdrawn' ? (
                  t(`volunteering.done.${signUp.shift.waitsFor ?? 'confirmed'}`)
                ) : (
                  <Standing signUp={signUp} />
                )}
              </b>
            </p>
            <p>
              <ForeignText text={title} />
            </p>
            {signUp.for !== 'session' && <p>{t(`signUp.manage.${signUp.for}`)}</p>}
            <p>{formatSpan(spanOf(signUp), language)}</p>
            <p>
              <LocalLink to={pages.session(sessionId)}>{t('signUp.manage.toSession')}</LocalLink>
            </p>
          </Note>
        </output>
        <News token={token} />
        {problem && (
          <div role="alert">
            <Note tone="sun" filled>
              <p>{t(refusalOf(problem))}</p>
            </Note>
          </div>
        )}
        {offer && canChange && doing === 'nothing' && (
          <Card>
            <p>{t('signUp.manage.offerUntil', { when: formatInstant(Date.parse(offer.until), language) })}</p>
            <Button look="main" wide aria-disabled={isBusy} onClick={() => void run(() => accept(token))}>
              {t('signUp.manage.accept')}
            </Button>
            <Button wide onClick={() => setDoing('withdrawing')}>
              {t('signUp.manage.decline')}
            </Button>
          </Card>
        )}
        {undo && outcome === 'withdrawn' && !cancelled && (
          <Card>
            {lapsed && <p>{t('signUp.manage.lapsed')}</p>}
            <p>{t(`signUp.manage.${undoWords[undo.gives]}`)}</p>
            <p className="quiet">{t('signUp.manage.undoUntil', { when: formatInstant(Date.parse(undo.until), language) })}</p>
            <Button look="main" wide aria-disabled={isBusy} onClick={() => void run(() => undoWithdrawal(token))}>
              {t(lapsed ? 'signUp.manage.undoLapsed' : 'signUp.manage.undo')}
            </Button>
          </Card>
        )}
        {!undo && outcome === 'withdrawn' && <p>{t('signUp.manage.gone')}</p>}
        {started && <p>{t('signUp.manage.started')}</p>}
        {signUp.shift ? (
          <OwnShift
            token={token}
            shift={signUp.shift}
            canChange={canChange}
            isConfirmed={outcome === 'confirmed'}
            isBusy={isBusy}
            run={(act) => void run(act)}
          />
        ) : (
          <Card heading={t('signUp.manage.people')}>
            {doing === 'changing' ? (
              <PartyEditor
                signUp={signUp}
                isBusy={isBusy}
                onSave={(party) => void run(() => changeParty(token, party))}
                onLeave={() => setDoing('nothing')}
              />
            ) : (
              <>
                <WhoComes {...signUp} care={signUp.care?.children ?? 0} />
                {outcome === 'waiting' && signUp.care && signUp.care.children > 0 && <p>{t('signUp.care.waits')}</p>}
                {isSaid(signUp.needs) && (
                  <p>
                    {t('needs.heading')}: <NeedsSaid needs={signUp.needs} />
                  </p>
                )}
                {canChange && <Button onClick={() => setDoing('changing')}>{t('signUp.manage.change')}</Button>}
              </>
            )}
          </Card>
        )}
      </div>
      <div className="detail-actions">
        {canChange && !offer && <Meetings token={token} signUp={signUp} isBusy={isBusy} run={(act) => void run(act)} />}
        {!cancelled && outcome !== 'withdrawn' && !offer && signUp.for !== 'appointment' && (
          <a
            className={buttonClass('main', true)}
            href={`${sessionFeedPath(sessionId)}${language === 'pl' ? '' : `?lang=${language}`}`}
          >
            {t('signUp.manage.calendar')}
          </a>
        )}
        {outcome !== 'withdrawn' && !started && !signUp.shift && (
          <Elsewhere
            token={token}
            isBusy={isBusy}
            isAppointment={signUp.for === 'appointment'}
            onExchange={(change) => void goTo(change)}
          />
        )}
        {canChange && doing !== 'withdrawing' && !offer && (
          <Button wide onClick={() => setDoing('withdrawing')}>
            {t(signUp.for === 'club' ? 'signUp.manage.leave' : 'signUp.manage.withdraw')}
          </Button>
        )}
        {canChange && doing === 'withdrawing' && (
          <Card heading={t(signUp.for === 'club' ? 'signUp.manage.leaveAsk' : 'signUp.manage.withdrawAsk')}>
            <p>
              {signUp.shift && outcome === 'confirmed'
                ? t('volunteering.own.giveBack')
                : signUp.for === 'appointment'
                  ? t('signUp.slots.withdraw')
                  : outcome === 'waiting'
                    ? t('signUp.manage.withdrawWaiting')
                    : t('signUp.manage.withdrawSeat')}
            </p>
            <Button wide aria-disabled={isBusy} onClick={() => void run(() => withdraw(token))}>
              {t(signUp.for === 'club' ? 'signUp.manage.leaveYes' : 'signUp.manage.withdrawYes')}
            </Button>
            <Button look="quiet" onClick={() => setDoing('nothing')}>
              {t('signUp.manage.withdrawNo')}
            </Button>
          </Card>
        )}
        {children}
        <Card>
          <PaperCode code={signUp.code} />
          <p className="quiet">{t('signUp.done.earlier')}</p>
          <LinkCard token={token} />
        </Card>
      </div>
    </article>
  )
}

/** Where there are no places for a change, everything stays as it was. */
const refusalOf = (problem: SaidProblem) =>
  problem === 'session-full'
    ? 'signUp.manage.full'
    : problem === 'care-full'
      ? 'signUp.manage.careFull'
      : (`signUp.problem.${problem}` as const)

const undoWords = { seat: 'undoSeat', first: 'undoFirst', place: 'undoPlace' } as const

function Standing({ signUp: { outcome, attending, others } }: { readonly signUp: ManageView }) {
  const t = useWords()
  const isMany = others.length + (attending ? 1 : 0) > 1
  return <>{outcome === 'confirmed' && isMany ? t('signUp.manage.confirmedMany') : t(`signUp.manage.${outcome}`)}</>
}

const spanOf = ({ start, end }: ManageView) =>
  start.length > 10 ? ({ kind: 'timed', start, end } as const) : ({ kind: 'all-day', firstDay: start, lastDay: end } as const)
