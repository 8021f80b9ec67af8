import { useWords } from '#client/i18n/use-words.ts'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { SelectField } from '#client/ui/form/inputs.tsx'
import { useChoices } from './choices.ts'

export type PlaceDraft = { readonly venueId: string; readonly roomId: string }

type PlaceFieldsProps = {
  readonly value: PlaceDraft
  readonly onChange: (value: PlaceDraft) => void
  readonly errorOf: (name: string) => string | undefined
  readonly names: { readonly venue: string; readonly room: string }
}

/** A place and one of its rooms. Another place forgets the room. */
export function PlaceFields({ value, onChange, errorOf, names }: PlaceFieldsProps) {
  const t = useWords()
  const { venues } = useChoices()
  const rooms = venues.find(({ id }) => id === value.venueId)?.rooms ?? []
  return (
    <div className="form-row">
      <ComboBox
        label={t('planning.place.venue')}
        name={names.venue}
        optional
        placeholder={t('planning.place.venueHint')}
        error={errorOf(names.venue)}
        choices={venues.map(({ id, name, address }) => ({ value: id, label: name, text: address }))}
        value={value.venueId}
        onChange={(venueId) => onChange({ venueId, roomId: venueId === value.venueId ? value.roomId : '' })}
      />
      {rooms.length > 0 && (
        <SelectField
          label={t('planning.place.room')}
          name={names.room}
          optional
          empty={t('planning.place.noRoom')}
          error={errorOf(names.room)}
          choices={rooms.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.roomId}
          onChange={({ target }) => onChange({ ...value, roomId: target.value })}
        />
      )}
    </div>
  )
}
