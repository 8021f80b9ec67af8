import { useState } from 'react'
import { volunteerApi } from '#shared/contract/panel-paths.ts'
import { shiftInput } from '#shared/contract/volunteer.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { postJson, putJson } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { CheckField, NumberField, readNumber, TimeField } from '#client/ui/form/inputs.tsx'
import { ThreeLanguages } from '#client/ui/form/three-languages.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { useRefreshVolunteers, type SeriesShifts } from './queries.ts'

type Shift = SeriesShifts['shifts'][number]

type DialogProps = {
  /** Where a new one is planned: a session or a series; with its start, hours are typed as on the clock. */
  readonly at: { readonly kind: 'session' | 'series'; readonly id: string }
  readonly start: string | null
  readonly shift: Shift | null
  readonly onClose: () => void
}

type Values = {
  readonly name: { pl: string; en?: string | null | undefined; uk?: string | null | undefined }
  /** A time of the clock, or minutes after the start where sessions begin at different hours. */
  readonly fromMinutes: string
  /** The time at which it ends, or how long it is. */
  readonly minutes: string
  readonly least: string
  readonly most: string
  readonly minAge: string
  readonly needsClearance: boolean
  readonly needsAgreement: boolean
  readonly isPublic: boolean
}

/** One shift: what for, from when to when, how many people, and what is asked of them. */
export function ShiftDialog({ at, start, shift, onClose }: DialogProps) {
  const t = useWords()
  const toast = useToast()
  const refresh = useRefreshVolunteers()
  const clock = start === null ? null : minutesOf(start)
  const [isNew] = useState(shift === null)
  const form = useForm(shiftInput, valuesOf(shift, clock), (values: Values) => inputOf(values, clock))
  const save = useSave(
    (input: object, key) =>
      shift === null
        ? postJson<object, unknown>(
            at.kind === 'session' ? volunteerApi.sessionShifts(at.id) : volunteerApi.seriesShifts(at.id),
            input,
            { key },
          )
        : putJson<object, unknown>(volunteerApi.shift(shift.id), { ...input, version: shift.version }, { key }),
    {
      onSuccess: async () => {
        await refresh()
        toast({ text: t('volunteers.shift.said') })
        onClose()
      },
      onError: form.refuse,
    },
  )
  const { register, errorOf, formState } = form
  return (
    <Dialog title={isNew ? t('volunteers.shift.new') : t('volunteers.shift.edit')} onClose={onClose}>
      <Form onSubmit={form.handleSubmit((input) => save.mutate(input))} errors={formState.errors} tries={formState.submitCount}>
        <ThreeLanguages
          label={t('volunteers.shift.name')}
          hint={t('volunteers.shift.nameHint')}
          name="name"
          register={register}
          errors={formState.errors}
          values={form.watch('name')}
        />
        {clock === null ? (
          <>
            <NumberField
              label={t('volunteers.shift.fromMinutes')}
              hint={t('volunteers.shift.fromMinutesHint')}
              error={errorOf('fromMinutes')}
              {...register('fromMinutes')}
            />
            <NumberField label={t('volunteers.shift.minutes')} error={errorOf('minutes')} {...register('minutes')} />
          </>
        ) : (
          <div className="form-row">
            <TimeField label={t('volunteers.shift.from')} error={errorOf('fromMinutes')} {...register('fromMinutes')} />
            <TimeField label={t('volunteers.shift.to')} error={errorOf('minutes')} {...register('minutes')} />
          </div>
        )}
        <div className="form-row">
          <NumberField label={t('volunteers.shift.least')} error={errorOf('least')} {...register('least')} />
          <NumberField label={t('volunteers.shift.most')} error={errorOf('most')} {...register('most')} />
        </div>
        <NumberField
          label={t('volunteers.shift.minAge')}
          hint={t('volunteers.shift.minAgeHint')}
          optional
          error={errorOf('minAge')}
          {...register('minAge')}
        />
        <CheckField label={t('volunteers.shift.needsClearance')} {...register('needsClearance')} />
        <CheckField label={t('volunteers.shift.needsAgreement')} {...register('needsAgreement')} />
        <CheckField label={t('volunteers.shift.isPublic')} hint={t('volunteers.shift.isPublicHint')} {...register('isPublic')} />
        <div className="form-actions">
          <Button look="main" type="submit" aria-disabled={save.isPending}>
            {t('form.save')}
          </Button>
          <Button onClick={onClose}>{t('form.back')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

const minutesOf = (wall: string): number =>
  wall.length === 10 ? 0 : Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
const clockOf = (minutes: number): string => {
  const ofDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

function valuesOf(shift: Shift | null, clock: number | null): Values {
  const [from, minutes] = [shift?.fromMinutes ?? 0, shift?.minutes ?? 120]
  return {
    name: shift ? { ...shift.name } : { pl: '' },
    fromMinutes: clock === null ? String(from) : clockOf(clock + from),
    minutes: clock === null ? String(minutes) : clockOf(clock + from + minutes),
    least: String(shift?.least ?? 1),
    most: String(shift?.most ?? 2),
    minAge: shift?.minAge ? String(shift.minAge) : '',
    needsClearance: shift?.needsClearance ?? false,
    needsAgreement: shift?.needsAgreement ?? false,
    isPublic: shift?.isPublic ?? true,
  }
}

/** Hours on the clock become minutes after the start; a shift that ends before it begins ends after midnight. */
function inputOf({ fromMinutes, minutes, least, most, minAge, ...rest }: Values, clock: number | null) {
  const time =
    clock === null
      ? { fromMinutes: readNumber(fromMinutes), minutes: readNumber(minutes) }
      : { fromMinutes: typed(fromMinutes) - clock, minutes: (typed(minutes) - typed(fromMinutes) + 1440) % 1440 }
  return { ...rest, ...time, least: readNumber(least), most: readNumber(most), minAge: readNumber(minAge) }
}

const typed = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
