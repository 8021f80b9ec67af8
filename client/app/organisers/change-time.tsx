import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatSpan } from '#shared/time/format.ts'
import { addDays } from '#shared/time/calendar.ts'
import type { WallSpan } from '#shared/time/when.ts'
import type { PlannedSession } from '#client/features/plan/queries.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'

type ChangeProps = {
  readonly session: PlannedSession
  /** Where it was dragged to; its own time when it is asked for by a button. */
  readonly when: WallSpan
  readonly onClose: () => void
}

/**
 * From when to when a session shall go: the same question after a drag and after a button. It changes nothing itself; it leads to the
 * session's page, where one chooses which sessions are meant and sees what it does.
 */
export function ChangeTime({ session, when, onClose }: ChangeProps) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const [span, setSpan] = useState<WallSpan>(when)
  const go = (event: FormEvent) => {
    event.preventDefault()
    const times =
      span.kind === 'timed' ? { start: span.start, end: span.end } : { firstDay: span.firstDay, lastDay: span.lastDay }
    void navigate(`${localPath(language, panelPages.session(session.id))}?${new URLSearchParams({ change: 'time', ...times })}`)
  }
  return (
    <Dialog title={`${t('plan.dropped.title')} ${session.title.text}`} onClose={onClose}>
      <form className="change-time" onSubmit={go}>
        <dl className="facts">
          <div>
            <dt>{t('plan.dropped.was')}</dt>
            <dd>{formatSpan(session.when, language)}</dd>
          </div>
          <div>
            <dt>{t('plan.dropped.willBe')}</dt>
            <dd>
              <b>{formatSpan(span, language)}</b>
            </dd>
          </div>
        </dl>
        <Times span={span} onChange={setSpan} />
        <p className="quiet">{t('plan.dropped.text')}</p>
        <p className="change-time-do">
          <Button look="main" type="submit">
            {t('plan.dropped.go')}
          </Button>
          <Button onClick={onClose}>{t('plan.dropped.stay')}</Button>
        </p>
      </form>
    </Dialog>
  )
}

type TimesProps = { readonly span: WallSpan; readonly onChange: (span: WallSpan) => void }

function Times({ span, onChange }: TimesProps) {
  const t = useWords()
  const field = (label: string, type: 'date' | 'time', value: string, change: (value: string) => void) => (
    <label className="form-field">
      <span className="form-label">{label}</span>
      <input
        className="form-input form-short"
        type={type}
        required
        value={value}
        onChange={({ target }) => target.value !== '' && change(target.value)}
      />
    </label>
  )
  if (span.kind === 'all-day')
    return (
      <fieldset className="change-time-fields">
        <legend className="visually-hidden">{t('plan.dropped.when')}</legend>
        {field(t('plan.dropped.day'), 'date', span.firstDay, (firstDay) =>
          onChange({ ...span, firstDay, lastDay: span.lastDay < firstDay ? firstDay : span.lastDay }),
        )}
        {field(t('plan.dropped.lastDay'), 'date', span.lastDay, (lastDay) => onChange({ ...span, lastDay }))}
      </fieldset>
    )
  const onDay = (day: string, start: string, end: string): WallSpan => ({
    kind: 'timed',
    start: `${day}T${start}`,
    end: `${end <= start ? addDays(day, 1) : day}T${end}`,
  })
  const [day, start, end] = [span.start.slice(0, 10), span.start.slice(11), span.end.slice(11)]
  return (
    <fieldset className="change-time-fields">
      <legend className="visually-hidden">{t('plan.dropped.when')}</legend>
      {field(t('plan.dropped.day'), 'date', day, (next) => onChange(onDay(next, start, end)))}
      {field(t('plan.dropped.start'), 'time', start.slice(0, 5), (next) => onChange(onDay(day, `${next}:00`, end)))}
      {field(t('plan.dropped.end'), 'time', end.slice(0, 5), (next) => onChange(onDay(day, start, `${next}:00`)))}
    </fieldset>
  )
}
