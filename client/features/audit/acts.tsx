import { dayInWarsaw, formatClock, formatDayHeading, wallInWarsaw } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import type { Act } from './queries.ts'
import './acts.css'

/** Acts under the days on which they were done. */
export function Acts({ acts, level = 2 }: { readonly acts: readonly Act[]; readonly level?: 2 | 3 }) {
  const language = useLanguage()
  const Heading = `h${level}` as const
  return byDay(acts).map(([day, ofDay]) => {
    const { weekday, date } = formatDayHeading(day, language)
    return (
      <section key={day} className="acts-day">
        <Heading>
          {weekday}, {date} {day.slice(0, 4)}
        </Heading>
        <ol className="plain acts">
          {ofDay.map((act) => (
            <ActItem key={act.id} act={act} />
          ))}
        </ol>
      </section>
    )
  })
}

function byDay(acts: readonly Act[]): readonly (readonly [string, readonly Act[]])[] {
  const days = new Map<string, Act[]>()
  for (const act of acts) {
    const day = dayInWarsaw(Date.parse(act.at))
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return [...days]
}

function ActItem({ act: { at, act, lines } }: { readonly act: Act }) {
  return (
    <li className="act">
      <p className="act-time">
        <time dateTime={at}>{formatClock(wallInWarsaw(Date.parse(at)))}</time>
        {act && <span className="act-word">{act}</span>}
      </p>
      <div className="act-lines">
        {lines.map((line) => (
          <ActLine key={line.text} line={line} />
        ))}
      </div>
    </li>
  )
}

function ActLine({ line: { text, more, rest } }: { readonly line: Act['lines'][number] }) {
  const t = useWords()
  if (more.length === 0) return <p>{text}</p>
  return (
    <div>
      <p>{text}</p>
      <details className="act-more">
        <summary>{t('log.unfold', { count: more.length + rest })}</summary>
        <ul>
          {more.map((one, index) => (
            // Two sessions may read alike, and the list never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{one}</li>
          ))}
          {rest > 0 && <li className="quiet">{t('log.rest', { count: rest })}</li>}
        </ul>
      </details>
    </div>
  )
}
