import type { Language } from '#shared/contract/kinds.ts'
import { weekdays, type Weekday } from '#shared/schedule/rule.ts'
import { addDays, weekdayOf } from '#shared/time/calendar.ts'
import { formatWeekday } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { CheckGroup, RadioCards } from '#client/ui/form/choices.tsx'
import { CheckField, DateField, NumberField, SelectField, TimeField } from '#client/ui/form/inputs.tsx'
import { repeats, withChanges, type MonthlyWay, type PickedDate, type Repeat, type ScheduleDraft } from './schedule-draft.ts'

/** A sentence and its code by the part of the schedule: `first.end`, `rule`, `spans.2.start`. */
export type Faults = Readonly<Record<string, { readonly text: string; readonly code: string }>>

/** Faults of a rule that are about where it ends; all others are about how it repeats. */
const aboutEnd: ReadonlySet<string> = new Set(['too-many', 'beyond-horizon'])

type EditorProps = {
  readonly value: ScheduleDraft
  readonly onChange: (value: ScheduleDraft) => void
  /** What is wrong with parts of the schedule, by the names of the contract. */
  readonly faults: Faults
  /** The rule in words, where the form's words can't hold it. */
  readonly keptRule?: string | undefined
}

/** When it is, in plain words: once, every week on …, every second …, monthly, or dates picked by hand; hours, or whole days. */
export function ScheduleEditor({ value, onChange, faults, keptRule }: EditorProps) {
  const t = useWords()
  const set = (changes: Partial<ScheduleDraft>) => onChange(withChanges(value, changes))
  const errorOf = (part: string) => faults[part]?.text
  const rule = faults['rule'] ?? faults['excluded'] ?? faults['zone']
  const ruleError = (ofEnd: boolean) =>
    rule && ofEnd === (aboutEnd.has(rule.code) && value.ends !== 'never') ? rule.text : undefined
  const kept = value.repeat === 'kept' || keptRule !== undefined
  const ways: readonly Repeat[] = kept && value.rule !== '' ? [...repeats, 'kept'] : repeats
  const repeating = value.repeat === 'weekly' || value.repeat === 'monthly'
  return (
    <>
      <RadioCards
        label={t('series.when.repeat')}
        compact
        error={value.repeat === 'weekly' || value.repeat === 'picked' ? undefined : ruleError(false)}
        value={value.repeat}
        onChange={(repeat) => set({ repeat, picked: value.picked.length > 0 ? value.picked : [asPicked(value)] })}
        choices={ways.map((way) => ({ value: way, label: t(`series.when.repeats.${way}`) }))}
      />
      {value.repeat === 'kept' && keptRule && <p>{t('series.when.kept', { rule: keptRule })}</p>}
      {value.repeat === 'weekly' && <Weekly value={value} set={set} error={ruleError(false)} />}
      {value.repeat === 'picked' ? (
        <Picked value={value} set={set} errorOf={errorOf} />
      ) : (
        <div className="form-row">
          <DateField
            label={repeating ? t('series.when.firstDay') : t('planning.time.day')}
            value={value.day}
            error={errorOf('first.firstDay') ?? errorOf('first')}
            onChange={({ target }) => set(movedTo(value, target.value))}
          />
          {value.allDay ? (
            <NumberField
              label={t('series.when.days')}
              value={Number.isNaN(value.days) ? '' : value.days}
              error={errorOf('first.lastDay')}
              onChange={({ target }) => set({ days: Number.parseInt(target.value, 10) })}
            />
          ) : (
            <>
              <TimeField
                label={t('planning.time.start')}
                value={value.start}
                error={errorOf('first.start')}
                onChange={({ target }) => set({ start: target.value })}
              />
              <TimeField
                label={t('planning.time.end')}
                value={value.end}
                error={errorOf('first.end')}
                onChange={({ target }) => set({ end: target.value })}
              />
            </>
          )}
        </div>
      )}
      <CheckField
        label={t('planning.time.allDay')}
        checked={value.allDay}
        onChange={({ target }) => set({ allDay: target.checked })}
      />
      {value.repeat === 'monthly' && <Monthly value={value} set={set} />}
      {repeating && <Ends value={value} set={set} error={ruleError(true)} />}
      {(repeating || value.repeat === 'kept') && (
        <div>
          <CheckField
            label={t('series.when.skipHolidays')}
            checked={value.skipHolidays}
            onChange={({ target }) => set({ skipHolidays: target.checked })}
          />
          <CheckField
            label={t('series.when.skipBreaks')}
            checked={value.skipBreaks}
            onChange={({ target }) => set({ skipBreaks: target.checked })}
          />
        </div>
      )}
    </>
  )
}

type PartProps = {
  readonly value: ScheduleDraft
  readonly set: (changes: Partial<ScheduleDraft>) => void
  readonly error?: string | undefined
}

/** The first day takes its weekday along, unless several were chosen. */
function movedTo(value: ScheduleDraft, day: string): Partial<ScheduleDraft> {
  const name = weekdays[weekdayOf(day) - 1]
  return { day, ...(name && value.weekdays.length === 1 && { weekdays: [name] }) }
}

const asPicked = ({ day, start, end }: ScheduleDraft): PickedDate => ({ day, start, end, lastDay: day })

function Weekly({ value, set, error }: PartProps) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <SelectField
        label={t('series.when.interval')}
        value={String(value.interval)}
        choices={([1, 2, 3, 4] as const).map((number) => ({
          value: String(number),
          label: t(`series.when.intervals.w${number}`),
        }))}
        onChange={({ target }) => set({ interval: Number(target.value) })}
      />
      <CheckGroup
        compact
        label={t('series.when.weekdays')}
        error={value.weekdays.length === 0 ? t('series.when.noWeekday') : error}
        choices={weekdays.map((name, index) => ({ value: name, label: weekdayName(index, language) }))}
        value={value.weekdays}
        onChange={(chosen: Weekday[]) => set({ weekdays: chosen })}
      />
    </>
  )
}

/** A week that begins on a Monday gives the names. */
const weekdayName = (index: number, language: Language) => formatWeekday(addDays('2026-11-23', index), language)

function Monthly({ value, set }: PartProps) {
  const t = useWords()
  const language = useLanguage()
  const day = value.day || '2026-11-23'
  const number = Number(day.slice(8))
  const last = Number(addDays(day, 7).slice(8)) < number
  const ways: readonly MonthlyWay[] = ['weekday', ...(last ? (['last-weekday'] as const) : []), 'day']
  const weekday = formatWeekday(day, language)
  return (
    <RadioCards
      label={t('series.when.monthly')}
      compact
      value={value.monthly}
      onChange={(monthly) => set({ monthly })}
      choices={ways.map((way) => ({
        value: way,
        label: t(`series.when.monthlyWays.${way}`, { weekday, nth: Math.ceil(number / 7), day: number }),
      }))}
    />
  )
}

function Ends({ value, set, error }: PartProps) {
  const t = useWords()
  return (
    <>
      <RadioCards
        label={t('series.when.ends')}
        compact
        value={value.ends}
        onChange={(ends) => set({ ends })}
        choices={(['count', 'until', 'never'] as const).map((way) => ({ value: way, label: t(`series.when.endWays.${way}`) }))}
      />
      {value.ends === 'count' && (
        <NumberField
          label={t('series.when.count')}
          value={Number.isNaN(value.count) ? '' : value.count}
          error={value.count >= 1 ? error : t('form.issues.notANumber')}
          onChange={({ target }) => set({ count: Number.parseInt(target.value, 10) })}
        />
      )}
      {value.ends === 'until' && (
        <DateField
          label={t('series.when.until')}
          value={value.until}
          error={value.until === '' ? t('form.issues.missing') : error}
          onChange={({ target }) => set({ until: target.value })}
        />
      )}
    </>
  )
}

/** Dates picked by hand, each with hours of its own. */
function Picked({ value, set, errorOf }: PartProps & { readonly errorOf: (part: string) => string | undefined }) {
  const t = useWords()
  const { picked, allDay } = value
  const change = (index: number, changes: Partial<PickedDate>) =>
    set({ picked: picked.map((date, at) => (at === index ? { ...date, ...changes } : date)) })
  const add = () => {
    const last = picked.at(-1) ?? asPicked(value)
    const day = last.day === '' ? '' : addDays(last.day, 7)
    set({ picked: [...picked, { ...last, day, lastDay: day }] })
  }
  return (
    <div className="picked">
      {picked.map((date, index) => (
        // The place in the list is all that a date being typed has of an identity.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className="form-row picked-date">
          <legend className="visually-hidden">{t('series.when.dateNumber', { number: index + 1 })}</legend>
          <DateField
            label={allDay ? t('planning.time.firstDay') : t('planning.time.day')}
            value={date.day}
            error={
              errorOf(`spans.${index}.firstDay`) ??
              errorOf(`spans.${index}`) ??
              (date.day === '' ? t('form.issues.missing') : undefined)
            }
            onChange={({ target }) => change(index, { day: target.value, lastDay: target.value })}
          />
          {allDay ? (
            <DateField
              label={t('planning.time.lastDay')}
              value={date.lastDay}
              min={date.day}
              error={errorOf(`spans.${index}.lastDay`)}
              onChange={({ target }) => change(index, { lastDay: target.value })}
            />
          ) : (
            <>
              <TimeField
                label={t('planning.time.start')}
                value={date.start}
                error={errorOf(`spans.${index}.start`)}
                onChange={({ target }) => change(index, { start: target.value })}
              />
              <TimeField
                label={t('planning.time.end')}
                value={date.end}
                error={errorOf(`spans.${index}.end`)}
                onChange={({ target }) => change(index, { end: target.value })}
              />
            </>
          )}
          <Button
            look="quiet"
            aria-label={t('series.when.removeNumber', { number: index + 1 })}
            onClick={() => set({ picked: picked.filter((_, at) => at !== index) })}
          >
            {t('series.when.remove')}
          </Button>
        </fieldset>
      ))}
      {errorOf('spans') && (
        <p className="form-error" role="alert">
          {errorOf('spans')}
        </p>
      )}
      <Button onClick={add}>{t('series.when.add')}</Button>
    </div>
  )
}
