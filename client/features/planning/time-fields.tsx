import { useRef } from 'react'
import { wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { CheckField, DateField, TimeField } from '#client/ui/form/inputs.tsx'
import type { Slot } from './wire.ts'

/** A time while it is typed. Days are `2026-11-23`, times `17:00`; whatever is missing is ''. */
export type TimeDraft = {
  readonly allDay: boolean
  readonly day: string
  readonly lastDay: string
  readonly start: string
  readonly end: string
}

export function timeDraftOf({ start, end }: Slot): TimeDraft {
  const timed = start.length > 10
  return {
    allDay: !timed,
    day: start.slice(0, 10),
    lastDay: end.slice(0, 10),
    start: timed ? start.slice(11, 16) : '17:00',
    end: timed ? end.slice(11, 16) : '19:00',
  }
}

/** Null while something is missing. */
export function slotOf({ allDay, day, lastDay, start, end }: TimeDraft): Slot | null {
  if (day === '' || lastDay === '' || (!allDay && (start === '' || end === ''))) return null
  return allDay ? { start: day, end: lastDay } : { start: `${day}T${start}:00`, end: `${lastDay}T${end}:00` }
}

type TimeFieldsProps = {
  readonly value: TimeDraft
  readonly onChange: (value: TimeDraft) => void
  readonly errorOf: (name: string) => string | undefined
  /** Where the time stands in what is sent: `changes.when`. */
  readonly name: string
}

/**
 * Day and hours of one session, or the whole days that it takes. The length stays when its beginning moves, also where it is typed anew:
 * between two digits a browser may say that there is none.
 */
export function TimeFields({ value, onChange, errorOf, name }: TimeFieldsProps) {
  const t = useWords()
  const { allDay, day, lastDay } = value
  const lastWhole = useRef(value)
  const several = allDay || (day !== '' && day !== lastDay)
  const whole = (): TimeDraft => {
    if (slotOf(value)) lastWhole.current = value
    return lastWhole.current
  }
  const missing = (text: string) => (text === '' ? t('form.issues.missing') : undefined)
  return (
    <>
      <div className="form-row">
        <DateField
          label={several ? t('planning.time.firstDay') : t('planning.time.day')}
          value={day}
          error={errorOf(`${name}.firstDay`) ?? missing(day)}
          onChange={({ target }) => onChange({ ...value, day: target.value, lastDay: movedEnd(whole(), target.value) })}
        />
        {several && (
          <DateField
            label={t('planning.time.lastDay')}
            value={lastDay}
            min={day}
            error={errorOf(`${name}.lastDay`) ?? missing(lastDay)}
            onChange={({ target }) => onChange({ ...value, lastDay: target.value })}
          />
        )}
        {!allDay && (
          <>
            <TimeField
              label={t('planning.time.start')}
              value={value.start}
              error={errorOf(`${name}.start`) ?? missing(value.start)}
              onChange={({ target }) => onChange({ ...value, ...beginningAt(whole(), day, target.value) })}
            />
            <TimeField
              label={t('planning.time.end')}
              value={value.end}
              error={errorOf(`${name}.end`) ?? missing(value.end)}
              onChange={({ target }) => {
                if (!slotOf(value)) lastWhole.current = value // an end that is typed while there is no beginning stays
                onChange({ ...value, end: target.value })
              }}
            />
          </>
        )}
      </div>
      <CheckField
        label={t('planning.time.allDay')}
        checked={allDay}
        onChange={({ target }) => onChange({ ...value, allDay: target.checked, lastDay: target.checked ? lastDay : day })}
      />
    </>
  )
}

/** The last day, as far from the first as before. */
function movedEnd({ day, lastDay }: TimeDraft, next: string): string {
  const days = Date.parse(next) + Date.parse(lastDay) - Date.parse(day)
  return Number.isNaN(days) ? next || lastDay : new Date(days).toISOString().slice(0, 10)
}

/** Begins on a day at an hour and takes as long as before. */
function beginningAt(before: TimeDraft, day: string, start: string): Partial<TimeDraft> {
  if ([day, start, before.day, before.lastDay, before.start, before.end].includes('')) return { start }
  const length = wallNumber(`${before.lastDay}T${before.end}:00`) - wallNumber(`${before.day}T${before.start}:00`)
  if (length <= 0) return { start }
  const end = wallOfNumber(wallNumber(`${day}T${start}:00`) + length)
  return { start, lastDay: end.slice(0, 10), end: end.slice(11, 16) }
}
