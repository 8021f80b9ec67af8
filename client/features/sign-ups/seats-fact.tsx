import type { ReactNode } from 'react'
import { pages } from '#shared/contract/paths.ts'
import type { SeatsView } from '#shared/contract/public.ts'
import { formatClock, formatInstant, formatShortDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Fact } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { useSeats } from './queries.ts'
import './sign-ups.css'

/** How many seats there are, as a number and as lit windows, and what one sign-up is for. `title`: what is said while nobody knows. */
export function SeatsFact({ sessionId, label, title, children }: SeatsFactProps) {
  const t = useWords()
  const seats = useSeats(sessionId, useLanguage())
  const { data } = seats
  if (!data)
    return (
      <Fact icon="person" label={label} answer={seats.isError ? t('seats.unknown') : title}>
        {children}
      </Fact>
    )
  const isFull = data.standing === 'open' && !data.free
  return (
    <Fact icon="person" label={label} answer={<Standing seats={data} />}>
      {data.seats && data.standing === 'open' && <Windows {...data.seats} />}
      {data.for && data.standing !== 'started' && <p>{t(`seats.${data.for}`)}</p>}
      {isFull && !data.slots && <p>{t('seats.waiting')}</p>}
      {data.care?.free === false && <p>{t('seats.noCare')}</p>}
      <Until closesAt={data.standing === 'open' ? data.closesAt : null} />
      {(isFull || data.standing === 'closed') && <Alternatives {...data} />}
      {children}
    </Fact>
  )
}

type SeatsFactProps = {
  readonly sessionId: string
  readonly label: string
  readonly title: string
  readonly children?: ReactNode
}

function Standing({ seats: { standing, seats, free, opensAt, slots } }: { readonly seats: SeatsView }) {
  const t = useWords()
  const language = useLanguage()
  if (standing === 'not-yet') return <>{t('seats.notYet', { when: formatInstant(Date.parse(opensAt ?? ''), language) })}</>
  if (standing === 'closed') return <>{t('seats.closed')}</>
  if (standing === 'started') return <>{t('seats.started')}</>
  if (!seats) return <>{free ? t(slots ? 'seats.some' : 'seats.unlimited') : t('seats.fullUntold')}</>
  const { capacity, taken } = seats
  if (!free) return <>{t('seats.full', { capacity })}</>
  return <>{t('seats.left', { count: capacity - taken, capacity })}</>
}

function Until({ closesAt }: { readonly closesAt: string | null }) {
  const t = useWords()
  const language = useLanguage()
  if (closesAt === null) return null
  return <p>{t('seats.until', { when: formatInstant(Date.parse(closesAt), language) })}</p>
}

const mostWindows = 40

/** A house with a window for each seat, lit where somebody has it. The number beside it is the truth. */
function Windows({ capacity, taken }: { readonly capacity: number; readonly taken: number }) {
  if (capacity > mostWindows) return null
  return (
    <div className="seat-windows" aria-hidden="true">
      {Array.from({ length: capacity }, (_, seat) => (
        <span key={seat} className={seat < taken ? 'seat-window seat-taken' : 'seat-window'} />
      ))}
    </div>
  )
}

/** Where there are free seats instead. */
export function Alternatives({ alternatives, lead }: Pick<SeatsView, 'alternatives'> & { readonly lead?: string }) {
  const t = useWords()
  const language = useLanguage()
  if (alternatives.length === 0) return null
  return (
    <>
      <p>{lead ?? t('seats.instead')}</p>
      <ul className="plain sign-up-instead">
        {alternatives.map(({ id, title, start, place }) => (
          <li key={id}>
            <LocalLink to={pages.session(id)}>
              <ForeignText text={title} />
            </LocalLink>
            <br />
            {[formatShortDay(start.slice(0, 10), language), start.length > 10 ? formatClock(start) : null, place]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </>
  )
}
