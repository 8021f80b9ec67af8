import type { IdentityInput } from '#shared/contract/privacy.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'

type Kind = IdentityInput['kind']
/** How one made sure of who asks; null: not yet. */
export type Identity = { readonly kind: Kind | null; readonly code: string }
export const nobodyYet: Identity = { kind: null, code: '' }

export const inputOf = ({ kind, code }: Identity): IdentityInput | null =>
  kind === null ? null : kind === 'code' ? { kind, code: code.trim() } : { kind }

type Props = {
  readonly identity: Identity
  readonly error?: string | undefined
  readonly onChange: (identity: Identity) => void
}

/** A phone number alone shows nothing: whoever calls may have it from anywhere (T71). */
export function IdentityFields({ identity, error, onChange }: Props) {
  const t = useWords()
  return (
    <>
      <RadioCards<Kind>
        compact
        label={t('desk.data.identity')}
        choices={(['document', 'call-back', 'code'] as const).map((value) => ({ value, label: t(`desk.data.by.${value}`) }))}
        value={identity.kind}
        onChange={(kind) => onChange({ ...identity, kind })}
        {...(error !== undefined && identity.kind !== 'code' && { error })}
      />
      {identity.kind === 'code' && (
        <TextField
          label={t('desk.check.code')}
          value={identity.code}
          maxLength={12}
          autoComplete="off"
          {...(error !== undefined && { error })}
          onChange={({ target }) => onChange({ ...identity, code: target.value })}
        />
      )}
    </>
  )
}
