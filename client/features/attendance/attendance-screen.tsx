import { useState } from 'react'
import { formatClock } from '#shared/time/format.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Note } from '#client/ui/note.tsx'
import { Heads } from './heads.tsx'
import { shownCount, shownList, type Shown } from './taps.ts'
import type { Attendance } from './use-attendance.ts'
import { WalkIn } from './walk-in.tsx'
import './attendance.css'

/** Fewer are found by looking. */
const manyPeople = 12
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase()

/** Who is there: large names to tap, whoever came besides, heads without a name. The same at the door and in the panel. */
export function AttendanceScreen({ attendance }: { readonly attendance: Attendance }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const { kept, refused, toggle } = attendance
  const people = shownList(kept)
  const count = shownCount(kept)
  const closed = kept.view?.until === null
  const found = people.filter(({ name }) => plain(name).includes(plain(typed.trim())))
  const came = people.filter(({ present, role }) => present && role === 'attendee').length + count.all
  const expected = people.filter(({ kind }) => kind === 'listed' || kind === 'member').length
  return (
    <div className="attendance">
      <div className="attendance-head">
        <output className="attendance-sum">
          {expected === 0
            ? t('attendance.presentOpen', { present: came })
            : t(came > expected ? 'attendance.presentMore' : 'attendance.present', { present: came, expected })}
          {count.all > 0 && people.length > 0 && <small>{t('attendance.unnamed', { count: count.all })}</small>}
        </output>
        <State attendance={attendance} />
      </div>
      {closed && (
        <Note tone="sky">
          <p>{t('attendance.readOnly')}</p>
        </Note>
      )}
      {refused > 0 && (
        <Note tone="sun">
          <p>{t('attendance.refused')}</p>
        </Note>
      )}
      {people.length > manyPeople && (
        <label className="attendance-search">
          <span className="form-label">{t('attendance.search')}</span>
          <input
            type="search"
            className="form-input"
            value={typed}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      )}
      {people.length === 0 && <p className="quiet">{t('attendance.empty')}</p>}
      {people.length > 0 && found.length === 0 && <p className="quiet">{t('attendance.nobodyFound')}</p>}
      {!closed && found.length > 0 && <p className="quiet">{t('attendance.howTo')}</p>}
      {groups.map(({ words, has }) => (
        <Names key={words} heading={t(`attendance.${words}`)} people={found.filter(has)} closed={closed} onTap={toggle} />
      ))}
      {!closed && <WalkIn onAdd={attendance.addWalkIn} />}
      {!closed && <Heads count={count.all} onSet={attendance.setCount} />}
    </div>
  )
}

const groups = [
  {
    words: 'listed',
    has: ({ kind, role }: Shown) => kind === 'listed' || kind === 'member' || (kind === 'gone' && role === 'attendee'),
  },
  { words: 'away', has: ({ kind }: Shown) => kind === 'away' },
  { words: 'besides', has: ({ kind }: Shown) => kind === 'walk-in' },
  { words: 'volunteers', has: ({ role }: Shown) => role === 'volunteer' },
  { words: 'waiting', has: ({ kind }: Shown) => kind === 'waiting' },
] as const

const workOf = ({ name, start, end }: NonNullable<Shown['shift']>): string =>
  `${name.text}, ${formatClock(start)}–${formatClock(end)}`

/** Whether what was tapped has arrived, in plain words. */
function State({ attendance: { kept, standing } }: { readonly attendance: Attendance }) {
  const t = useWords()
  const waiting = kept.queue.length
  if (waiting === 0 && standing !== 'offline') return <output className="attendance-state quiet">{t('attendance.sent')}</output>
  const isKept = standing === 'offline'
  return (
    <output className={`attendance-state ${isKept ? 'attendance-kept' : 'quiet'}`}>
      {isKept ? t('attendance.kept', { count: waiting }) : t('attendance.sending')}
    </output>
  )
}

type NamesProps = {
  readonly heading: string
  readonly people: readonly Shown[]
  readonly closed: boolean
  readonly onTap: (one: Shown) => void
}

function Names({ heading, people, closed, onTap }: NamesProps) {
  const t = useWords()
  if (people.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="attendance-names">
        {people.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              className="attendance-name"
              aria-pressed={one.present === true}
              disabled={closed}
              onClick={() => onTap(one)}
            >
              <span className="attendance-box" aria-hidden="true" />
              <span>
                <b>{one.name}</b>
                <small>
                  {[
                    one.shift && workOf(one.shift),
                    one.child && t('attendance.child'),
                    one.care > 0 && t('attendance.care', { count: one.care }),
                    one.with && t('attendance.with', { name: one.with }),
                    one.kind === 'gone' && t('attendance.gone'),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </small>
              </span>
              {one.present && <span className="attendance-here">{t('attendance.isHere')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
