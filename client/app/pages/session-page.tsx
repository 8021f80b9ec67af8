import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { pages, sessionFeedPath } from '#shared/contract/paths.ts'
import type { SessionView } from '#shared/contract/public.ts'
import { ActivityDetails } from '#client/features/activities/activity-details.tsx'
import { ContactButtons } from '#client/features/activities/contact-buttons.tsx'
import { Joining } from '#client/features/activities/joining.tsx'
import { FundStrip } from '#client/features/projects/fund-strip.tsx'
import { useSession } from '#client/features/sessions/queries.ts'
import { DiscreetSession } from './discreet-session.tsx'
import { SessionMoment } from '#client/features/sessions/session-moment.tsx'
import { SessionNews } from '#client/features/sessions/session-news.tsx'
import { SessionTitle } from '#client/features/sessions/session-title.tsx'
import { SeatsFact } from '#client/features/sign-ups/seats-fact.tsx'
import { SignUp } from '#client/features/sign-ups/sign-up.tsx'
import { Where } from '#client/features/venues/where.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { buttonClass } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Facts } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { WayUp } from '#client/ui/way-up.tsx'
import { Asked } from './asked.tsx'
import { ComingLater } from './coming-later.tsx'
import { TakeHome } from './take-home.tsx'
import './detail.css'

const ShiftsLater = lazy(() => import('#client/features/sign-ups/shifts-later.tsx'))

export default function SessionPage() {
  const { id = '' } = useParams()
  const query = useSession(id, useLanguage())
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(session) => (session.discreet ? <DiscreetSession session={session} /> : <Session session={session} />)}
    </Asked>
  )
}

/** One meeting, in the order in which people ask: what, when, where, how to join; then the rest. */
function Session({ session }: { readonly session: SessionView }) {
  const t = useWords()
  const { activity, series, city, program, club, funding } = session
  return (
    <article className="page detail">
      <div className="detail-head">
        <WayUp
          label={t('session.wayUp')}
          steps={[
            { name: city.name, to: pages.city(city.slug) },
            club
              ? { name: club.name, to: pages.of('clubs', club.slug) }
              : { name: program.name, to: pages.of('programs', program.slug) },
          ]}
        />
        <SessionTitle session={session} />
        <SessionNews session={session} />
        {session.note && (
          <p className="prose">
            <ForeignText text={session.note} />
          </p>
        )}
        <Facts>
          <SessionMoment when={session.when} rule={activity.rule} cancelled={session.cancelled !== null} now={useNow()} />
          <Where venue={session.venue} room={session.room} outside={outsideOf(session)} />
          {!session.ended && !session.cancelled && <HowToJoin session={session} />}
        </Facts>
      </div>
      <div className="detail-actions">
        {!session.ended && isOnWeb(session) && <SignUp key={session.id} session={session} />}
        {!session.ended && <AddToCalendar id={session.id} isMain={!session.cancelled && !isOnWeb(session)} />}
        <ContactButtons contact={activity.contact} />
        {!session.ended && (
          <Suspense fallback={null}>
            <ShiftsLater sessionId={session.id} />
          </Suspense>
        )}
      </div>
      <div className="detail-rest">
        <Card heading={t('session.about')}>
          <ActivityDetails activity={session.venue ? activity : { ...activity, meetingPoint: null }} />
        </Card>
        {funding && <FundStrip funding={funding} label={t('activity.fund')} />}
      </div>
      <div className="detail-next">
        <ComingLater
          slice={{ collection: 'series', slug: series.slug }}
          heading={t('session.nextOfSeries')}
          by="day"
          except={session.id}
          said={session.sample}
        />
        <TakeHome slice={{ collection: 'series', slug: series.slug }} look="plain" />
        <LinkList links={[{ to: pages.of('series', series.slug), name: t('session.wholeSeries'), note: series.name }]} />
      </div>
    </article>
  )
}

function outsideOf({ activity, district, city }: SessionView) {
  if (!activity.meetingPoint) return null
  return { spot: activity.meetingPoint, around: [district?.name, city.name].filter(Boolean).join(', ') }
}

/** Whether one can sign up for it here. */
const isOnWeb = ({ activity: { enrolment, slotMinutes } }: SessionView): boolean =>
  enrolment === 'PER_SESSION' || enrolment === 'WHOLE_COURSE' || enrolment === 'MEMBERSHIP' || slotMinutes !== null

function HowToJoin({ session }: { readonly session: SessionView }) {
  const t = useWords()
  const { id, activity } = session
  if (!isOnWeb(session)) return <Joining activity={activity} label={t('session.joining')} />
  const { enrolment, contact } = activity
  return (
    <SeatsFact sessionId={id} label={t('session.joining')} title={t(`activity.joining.${enrolment}.title`)}>
      {contact?.hours && (
        <p>
          {t('activity.hours')} <ForeignText text={contact.hours} />
        </p>
      )}
    </SeatsFact>
  )
}

/** The main thing to do where one doesn't sign up here; a cancelled meeting can still be taken, so that the calendar shows it struck. */
function AddToCalendar({ id, isMain }: { readonly id: string; readonly isMain: boolean }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <a
        className={buttonClass(isMain ? 'main' : 'plain', true)}
        href={`${sessionFeedPath(id)}${language === 'pl' ? '' : `?lang=${language}`}`}
      >
        <Icon name="month" />
        {t('session.addToCalendar')}
      </a>
      <p className="quiet detail-note">{t('session.addToCalendarNote')}</p>
    </>
  )
}
