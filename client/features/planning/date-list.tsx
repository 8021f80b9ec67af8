import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '#client/lib/api.ts'
import { useSettled } from '#client/lib/use-settled.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Note } from '#client/ui/note.tsx'
import { useChoices } from './choices.ts'
import { Clash, type Solve } from './clash.tsx'
import { dayInWords, slotInWords } from './moments.ts'
import { previewQuery } from './queries.ts'
import { useSkipReason } from './skipped-dates.tsx'
import { useSoftWords } from './soft-conflicts.tsx'
import { useRefusals } from './use-refusals.ts'
import type { Elsewhere, PreviewInput, SchedulePreview } from './wire.ts'

const pauseMs = 350

/** The dates of a schedule as it is being typed, asked of the server a moment after the last change. */
export const usePreview = (input: PreviewInput | null) => useQuery(previewQuery(useSettled(input, pauseMs)))

type DateListProps = {
  readonly preview: ReturnType<typeof usePreview>
  readonly solve?: Solve | undefined
  /** Dates that go elsewhere, as they were asked. */
  readonly elsewhere?: readonly Elsewhere[]
  /** Gives a date that goes elsewhere back to the others. */
  readonly onAsUsual?: ((at: string) => void) | undefined
}

/** Every date with its number; those that are skipped with their reason; what speaks against one beside it. */
export function DateList({ preview, solve, elsewhere = none, onAsUsual }: DateListProps) {
  const t = useWords()
  const language = useLanguage()
  const refusals = useRefusals()
  const { data, error } = preview
  return (
    <div className="dates" aria-live="polite" aria-busy={preview.isFetching}>
      {error && (
        <Note tone="window">
          <p>{isAboutSchedule(error) ? t('series.dates.wrong') : refusals.sentenceOf(error)}</p>
        </Note>
      )}
      {!data && !error && <p className="quiet">{t('series.dates.waiting')}</p>}
      {data && !error && (
        <>
          <p>
            <b>{data.rule[language] || data.rule.pl}</b>
            <br />
            {t('series.dates.count', { count: data.dates.length })}
            {data.roomConflicts.length > 0 && (
              <b className="impact-bad"> · {t('series.dates.taken', { count: data.roomConflicts.length })}</b>
            )}
          </p>
          {data.cut && <p className="quiet">{t(`series.dates.cut.${data.cut}`)}</p>}
          <Dates data={data} solve={solve} elsewhere={elsewhere} onAsUsual={onAsUsual} />
        </>
      )}
    </div>
  )
}

/** Then the sentence stands beside the field that it is about. */
const isAboutSchedule = (error: Error): boolean =>
  error instanceof ProblemError && error.issues.length > 0 && error.issues.every(({ name }) => name.startsWith('schedule'))

const none: readonly Elsewhere[] = []

type Line = {
  readonly at: string
  readonly number: number | null
  readonly date: SchedulePreview['dates'][number] | null
  readonly skipped: SchedulePreview['skipped'][number] | null
}

function Dates({
  data,
  solve,
  elsewhere = none,
  onAsUsual,
}: Pick<DateListProps, 'solve' | 'elsewhere' | 'onAsUsual'> & { readonly data: SchedulePreview }) {
  const t = useWords()
  const language = useLanguage()
  const reasonOf = useSkipReason()
  const softWords = useSoftWords()
  const { venues } = useChoices()
  /** "Sala mała, Dom w Sośnicy": where a single date goes, where it is about its room. */
  const roomAt = (at: string): string | null => {
    const roomId = elsewhere.find((one) => one.at === at)?.place?.roomId
    const venue = venues.find(({ rooms }) => rooms.some(({ id }) => id === roomId))
    return venue ? `${venue.rooms.find(({ id }) => id === roomId)?.name}, ${venue.name}` : null
  }
  const lines: readonly Line[] = [
    ...data.dates.map((date, index) => ({ at: date.start, number: index + 1, date, skipped: null })),
    ...data.skipped.map((skipped) => ({ at: skipped.recurrenceId, number: null, date: null, skipped })),
  ].toSorted((one, other) => one.at.localeCompare(other.at))
  return (
    <ol className="plain dates-list">
      {lines.map(({ at, number, date, skipped }) => {
        if (skipped)
          return (
            <li key={`skipped ${at}`} className="dates-skipped">
              <span className="dates-number" />
              <span>
                <s>{dayInWords(at, language)}</s> {reasonOf(skipped)}
              </span>
            </li>
          )
        if (!date) return null
        const clash = data.roomConflicts.find(({ start }) => start === date.start)
        const soft = data.conflicts.filter(({ start }) => start === date.start)
        return (
          <li key={at} className={clash ? 'dates-clash' : date.past ? 'quiet' : undefined}>
            <span className="dates-number">{number}.</span>
            <span>
              {slotInWords(date, language)} {date.past && t('series.dates.past')}
              {date.elsewhere && (
                <>
                  <b className="state-moved">– {roomAt(date.recurrenceId) ?? t('planning.clash.elsewhere')}</b>{' '}
                  {onAsUsual && (
                    <button type="button" className="form-link" onClick={() => onAsUsual(date.recurrenceId)}>
                      {t('planning.clash.asUsual')}
                    </button>
                  )}
                </>
              )}
              {clash && (
                <span className="dates-below">
                  <Clash conflict={clash} solve={solve} />
                </span>
              )}
              {soft.map((conflict) => (
                <span key={conflict.id} className="dates-below dates-soft">
                  {softWords(conflict)}
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
