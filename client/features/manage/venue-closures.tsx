import { useState } from 'react'
import type * as z from 'zod'
import { closureInput } from '#shared/contract/manage/venue.ts'
import type { ClosureManaged, VenueManaged } from '#shared/contract/manage/views.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { DateField, SelectField, TimeField } from '#client/ui/form/inputs.tsx'
import { useForm, useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { orNull, Words } from './fields.tsx'
import { noTexts } from './texts.ts'
import { changeClosure, createClosure, deleteClosure, useKeep } from './queries.ts'
import { SessionsTold } from './sessions-told.tsx'

/** When a venue or one of its rooms is closed, and which sessions that hits. */
export function Closures({ venue }: { readonly venue: VenueManaged }) {
  const t = useWords()
  const keep = useKeep()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const [adding, setAdding] = useState(false)
  const removing = useSave<string, VenueManaged>((id, key) => deleteClosure(id, key), {
    onSuccess: (answer) => keep('venues', venue.id, answer),
    onError: (error) => toast({ text: messageOf(error), tone: 'window' }),
  })
  return (
    <Card heading={t('manage.sections.closures')}>
      <p className="quiet">{t('manage.sections.closuresHint')}</p>
      <div className="manage-things">
        {venue.closures.map((closure) => (
          <ClosureEntry key={closure.id} venue={venue} closure={closure} onRemove={() => removing.mutate(closure.id)} />
        ))}
        {venue.mayChange && (
          <div>
            <Button onClick={() => setAdding(true)}>{t('manage.add.closure')}</Button>
          </div>
        )}
      </div>
      {adding && <ClosureDialog venue={venue} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function ClosureEntry({
  venue,
  closure,
  onRemove,
}: {
  readonly venue: VenueManaged
  readonly closure: ClosureManaged
  readonly onRemove: () => void
}) {
  const t = useWords()
  const language = useLanguage()
  const { roomId, when, reason, hits } = closure
  const [changing, setChanging] = useState(false)
  const where = venue.rooms.find(({ id }) => id === roomId)?.name ?? t('manage.field.wholeVenue')
  const day = (text: string): string => formatDay(text.slice(0, 10), language)
  const [from, to] = when.kind === 'timed' ? [when.start, when.end] : [when.firstDay, when.lastDay]
  const span =
    when.kind === 'timed'
      ? `${day(from)}, ${from.slice(11, 16)}–${from.slice(0, 10) === to.slice(0, 10) ? '' : `${day(to)}, `}${to.slice(11, 16)}`
      : from === to
        ? day(from)
        : `${day(from)} – ${day(to)}`
  return (
    <div className="manage-row">
      <div className="manage-row-head">
        <h3>{span}</h3>
        {venue.mayChange && (
          <div className="form-actions">
            <Button look="quiet" aria-label={`${t('manage.change')}: ${reason.pl}, ${span}`} onClick={() => setChanging(true)}>
              {t('manage.change')}
            </Button>
            <Button look="quiet" onClick={onRemove}>
              {t('manage.remove', { what: reason.pl })}
            </Button>
          </div>
        )}
        {changing && <ClosureDialog venue={venue} closure={closure} onClose={() => setChanging(false)} />}
      </div>
      <p>
        {where}: {reason.pl}
      </p>
      {hits.length === 0 ? (
        <p className="quiet">{t('manage.noHits')}</p>
      ) : (
        <Note tone="window">
          <p>
            <strong>{t('manage.hits', { count: hits.length })}</strong>
          </p>
          <SessionsTold sessions={hits} />
        </Note>
      )}
    </div>
  )
}

type Span = 'all-day' | 'timed'

type ClosureDialogProps = {
  readonly venue: VenueManaged
  /** None: a new one. */
  readonly closure?: ClosureManaged
  readonly onClose: () => void
}

function ClosureDialog({ venue, closure, onClose }: ClosureDialogProps) {
  const t = useWords()
  const [seen, setSeen] = useState(closure?.version ?? 0)
  const keep = useKeep()
  const [tries, setTries] = useState(0)
  const form = useForm(closureInput, {
    roomId: closure?.roomId ?? null,
    when: closure?.when ?? { kind: 'all-day', firstDay: '', lastDay: '' },
    reason: { ...noTexts, ...closure?.reason },
  })
  const kind: Span = form.watch('when.kind')
  const saving = useSave<z.output<typeof closureInput>, VenueManaged>(
    (input, key) => (closure ? changeClosure(closure.id, { version: seen, ...input }, key) : createClosure(venue.id, input, key)),
    {
      onSuccess: async (answer) => {
        onClose()
        await keep('venues', venue.id, answer)
      },
      onError: (error) => {
        form.refuse(error)
        if (error instanceof ProblemError && error.code === 'edited-meanwhile') setSeen(closureNow(error, closure?.id) ?? seen)
      },
    },
  )
  const change = (next: Span) =>
    form.setValue(
      'when',
      next === 'timed' ? { kind: 'timed', start: '', end: '' } : { kind: 'all-day', firstDay: '', lastDay: '' },
      { shouldDirty: true },
    )
  return (
    <FormDialog title={closure ? `${t('manage.change')}: ${closure.reason.pl}` : t('manage.add.closure')} onClose={onClose}>
      <Form
        onSubmit={form.handleSubmit(
          (output) => {
            setTries(tries + 1)
            saving.mutate(output)
          },
          () => setTries(tries + 1),
        )}
        errors={form.formState.errors}
        tries={tries}
      >
        <SelectField
          label={t('manage.field.room')}
          empty={t('manage.field.wholeVenue')}
          choices={venue.rooms.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
          error={form.errorOf('roomId')}
          {...form.register('roomId', { setValueAs: orNull })}
        />
        <RadioCards
          compact
          label={t('manage.field.closureKind')}
          choices={[
            { value: 'all-day', label: t('manage.field.wholeDays') },
            { value: 'timed', label: t('manage.field.someHours') },
          ]}
          value={kind}
          onChange={change}
        />
        {kind === 'all-day' ? (
          <div className="form-row">
            {(['firstDay', 'lastDay'] as const).map((at) => (
              <DateField
                key={at}
                label={t(`manage.field.${at}`)}
                error={form.errorOf(`when.${at}`)}
                {...form.register(`when.${at}`)}
              />
            ))}
          </div>
        ) : (
          <TimedSpan
            first={closure?.when.kind === 'timed' ? closure.when : null}
            error={form.errorOf('when.start') ?? form.errorOf('when.end')}
            onChange={(start, end) => form.setValue('when', { kind: 'timed', start, end }, { shouldDirty: true })}
          />
        )}
        <Words form={form} at="reason" label={t('manage.field.reason')} optional={false} />
        <div className="form-actions">
          <Button type="submit" look="main" disabled={saving.isPending}>
            {t('form.save')}
          </Button>
          <Button onClick={onClose}>{t('form.back')}</Button>
        </div>
      </Form>
    </FormDialog>
  )
}

/** Some hours of one day. */
function TimedSpan({
  first,
  error,
  onChange,
}: {
  readonly first: { readonly start: string; readonly end: string } | null
  readonly error: string | undefined
  readonly onChange: (start: string, end: string) => void
}) {
  const t = useWords()
  const [span, setSpan] = useState({
    day: first?.start.slice(0, 10) ?? '',
    from: first?.start.slice(11, 16) ?? '',
    to: first?.end.slice(11, 16) ?? '',
  })
  const put = (part: Partial<typeof span>) => {
    const next = { ...span, ...part }
    setSpan(next)
    onChange(`${next.day}T${next.from}:00`, `${next.day}T${next.to}:00`)
  }
  return (
    <div className="form-row">
      <DateField
        label={t('manage.field.day')}
        error={error}
        value={span.day}
        onChange={({ target }) => put({ day: target.value })}
      />
      <TimeField label={t('manage.field.from')} value={span.from} onChange={({ target }) => put({ from: target.value })} />
      <TimeField label={t('manage.field.to')} value={span.to} onChange={({ target }) => put({ to: target.value })} />
    </div>
  )
}

/** The version of the closure in the venue that a refusal shows: saving again is then a decision about it. */
const closureNow = (error: ProblemError, closureId: string | undefined): number | undefined =>
  (error.details['current'] as VenueManaged | undefined)?.closures.find(({ id }) => id === closureId)?.version
