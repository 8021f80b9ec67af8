import { useState } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { Clash } from './clash.tsx'
import { wentElsewhere, type Way } from './elsewhere.ts'
import { dayInWords, slotInWords } from './moments.ts'
import { SkippedDates } from './skipped-dates.tsx'
import { SoftConflicts } from './soft-conflicts.tsx'
import type { BatchDone, CopySeasonInput, RoomConflict } from './wire.ts'

type SeasonImpactProps = {
  readonly input: CopySeasonInput
  readonly impact: BatchDone
  readonly look: (input: CopySeasonInput) => void
  readonly save: (input: CopySeasonInput) => void
  readonly back: () => void
  readonly busy: boolean
}

/** What a copied season would be, series by series: how many dates, which fall into holidays and breaks, which into taken rooms. */
export function SeasonImpact({ input, impact, look, save, back, busy }: SeasonImpactProps) {
  const t = useWords()
  const language = useLanguage()
  const [agreed, setAgreed] = useState(false)
  const { series, empty } = impact
  const dates = series.reduce((sum, one) => sum + one.impact.added.length, 0)
  const soft = series.flatMap((one) => one.impact.conflicts)
  const taken = series.some((one) => one.impact.roomConflicts.length > 0)
  const first = taken ? 'room' : soft.length > 0 && !agreed ? 'agree' : null
  const without = (copyOf: string) =>
    look({ ...input, what: { kind: 'series', ids: series.map((one) => one.copyOf).filter((id) => id !== copyOf) } })
  const go = (seriesId: string, conflict: RoomConflict, way: Way) => {
    const before = input.elsewhere ?? []
    const others = before.filter((one) => one.seriesId !== seriesId)
    const own = before.filter((one) => one.seriesId === seriesId).map(({ seriesId: _id, ...one }) => one)
    look({ ...input, elsewhere: [...others, ...wentElsewhere(own, conflict, way).map((one) => ({ seriesId, ...one }))] })
  }
  return (
    <>
      <p>
        <b>{t('series.season.series', { count: series.length })}</b>, {t('series.dates.count', { count: dates })}
      </p>
      <ul className="plain season">
        {series.map(({ copyOf, title, impact: one }) => (
          <li key={copyOf}>
            <p>
              <b>{title[language] ?? title.pl}</b>: {t('series.dates.count', { count: one.added.length })}
              {one.added[0] &&
                `, ${dayInWords(one.added[0].start, language)} – ${dayInWords(one.added.at(-1)?.start ?? '', language)}`}
            </p>
            <SkippedDates skipped={one.skipped} />
            {one.roomConflicts.map((conflict) => (
              <Note key={conflict.start} tone="window">
                <p>{slotInWords(conflict, language)}</p>
                <Clash
                  conflict={conflict}
                  solve={{
                    room: (room) => go(copyOf, conflict, { room }),
                    slot: (slot) => go(copyOf, conflict, { slot }),
                  }}
                />
              </Note>
            ))}
            {series.length > 1 && (
              <Button look="quiet" onClick={() => !busy && without(copyOf)}>
                {t('series.season.without', { title: title[language] ?? title.pl })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {empty.length > 0 && (
        <p className="quiet">
          {t('series.season.empty')} {empty.map(({ title }) => title[language] ?? title.pl).join(', ')}
        </p>
      )}
      <SoftConflicts conflicts={soft} agreed={agreed} onAgree={setAgreed} />
      <div className="form-actions">
        <Button
          look="main"
          aria-disabled={first !== null || busy || undefined}
          onClick={() => first === null && !busy && save({ ...input, anyway: agreed })}
        >
          {busy ? t('form.saving') : first === null ? t('series.season.verb') : t(`planning.first.${first}`)}
        </Button>
        <Button onClick={back}>{t('planning.backToEdit')}</Button>
      </div>
    </>
  )
}
