import { useState } from 'react'
import type * as z from 'zod'
import { threeValues } from '#shared/contract/kinds.ts'
import { roomInput } from '#shared/contract/manage/venue.ts'
import type { RoomManaged, VenueManaged } from '#shared/contract/manage/views.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { NumberField, readNumber } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { Mark } from '#client/ui/note.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { Line } from './fields.tsx'
import { archiveRoom, changeRoom, createRoom, useKeep } from './queries.ts'
import { isNamed, Refused } from './refused.tsx'
import { Hours } from './venue-form.tsx'

/** The rooms of a venue. */
export function Rooms({ venue }: { readonly venue: VenueManaged }) {
  const t = useWords()
  const [open, setOpen] = useState<RoomManaged | 'new' | null>(null)
  return (
    <Card heading={t('manage.sections.rooms')}>
      <div className="manage-things">
        {venue.rooms.map((room) => (
          <div key={room.id} className="manage-thing">
            <span>
              <b>{room.name}</b>{' '}
              <span className="quiet">
                {room.capacity === null ? t('venue.seatsUnknown') : t('venue.seats', { count: room.capacity })} ·{' '}
                {t(`venue.room.${room.stepFree}`)}
              </span>{' '}
              {room.archived && <Mark tone="plain">{t('manage.archivedMark')}</Mark>}
            </span>
            {venue.mayChange && (
              <Button look="quiet" aria-label={`${t('manage.change')}: ${room.name}`} onClick={() => setOpen(room)}>
                {t('manage.change')}
              </Button>
            )}
          </div>
        ))}
        {venue.mayChange && (
          <div>
            <Button onClick={() => setOpen('new')}>{t('manage.add.room')}</Button>
          </div>
        )}
      </div>
      {open && <RoomDialog venue={venue} room={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

const freshRoom: z.input<typeof roomInput> = {
  name: '',
  capacity: null,
  stepFree: 'unknown',
  setupMinutes: 0,
  clearMinutes: 0,
  hours: [],
}

function RoomDialog({
  venue,
  room,
  onClose,
}: {
  readonly venue: VenueManaged
  readonly room: RoomManaged | null
  readonly onClose: () => void
}) {
  const t = useWords()
  const keep = useKeep()
  const toast = useToast()
  const [tries, setTries] = useState(0)
  const [seen, setSeen] = useState(room?.version ?? 0)
  const {
    id: _id,
    version: _version,
    archived: _archived,
    ...values
  } = room ?? { id: '', version: 0, archived: false, ...freshRoom }
  const form = useForm(roomInput, { ...values, hours: [...values.hours] })
  const done = async (): Promise<void> => {
    toast({ text: t('manage.saved') })
    onClose()
    await keep('venues', venue.id)
  }
  const saving = useSave<z.output<typeof roomInput>, unknown>(
    (input, key) => (room ? changeRoom(room.id, { version: seen, ...input }, key) : createRoom(venue.id, input, key)),
    {
      onSuccess: done,
      onError: (error) => {
        if (isNamed(error)) return
        form.refuse(error)
        if (error instanceof ProblemError && error.code === 'edited-meanwhile') setSeen(versionNow(error, room?.id) ?? seen)
      },
    },
  )
  const moving = useSave<'archive' | 'restore', unknown>((verb, key) => archiveRoom(room?.id ?? '', seen, verb, key), {
    onSuccess: done,
    onError: (error) => (isNamed(error) ? undefined : form.refuse(error)),
  })
  return (
    <FormDialog title={room ? room.name : t('manage.add.room')} onClose={onClose}>
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
        <Refused error={saving.error ?? moving.error} />
        <Line form={form} at="name" label={t('manage.field.room')} />
        <NumberField
          label={t('manage.field.capacity')}
          hint={t('manage.field.sizeHint')}
          optional
          error={form.errorOf('capacity')}
          {...form.register('capacity', { setValueAs: readNumber })}
        />
        <RadioCards
          compact
          label={t('manage.field.stepFree')}
          choices={threeValues.map((value) => ({ value, label: t(`venue.value.${value}`) }))}
          value={form.watch('stepFree')}
          onChange={(value) => form.setValue('stepFree', value, { shouldDirty: true })}
        />
        <div className="form-row">
          {(['setupMinutes', 'clearMinutes'] as const).map((at) => (
            <NumberField
              key={at}
              label={t(`manage.field.${at}`)}
              error={form.errorOf(at)}
              {...form.register(at, { setValueAs: readNumber })}
            />
          ))}
        </div>
        <fieldset className="manage-fields">
          <legend>
            <b>{t('manage.sections.hours')}</b>
          </legend>
          <Hours form={form} />
        </fieldset>
        <div className="form-actions">
          <Button type="submit" look="main" disabled={saving.isPending}>
            {t('form.save')}
          </Button>
          {room && (
            <Button disabled={moving.isPending} onClick={() => moving.mutate(room.archived ? 'restore' : 'archive')}>
              {t(room.archived ? 'manage.archive.undo' : 'manage.archive.do')}
            </Button>
          )}
        </div>
      </Form>
    </FormDialog>
  )
}

/** The version of the room in the venue that a refusal shows: saving again is then a decision about it. */
function versionNow(error: ProblemError, roomId: string | undefined): number | undefined {
  const current = error.details['current'] as VenueManaged | undefined
  return current?.rooms.find(({ id }) => id === roomId)?.version
}
