import { useQuery } from '@tanstack/react-query'
import { useWords } from '#client/i18n/use-words.ts'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { CheckField, DateField, SelectField } from '#client/ui/form/inputs.tsx'
import { scopesQuery, type GrantInput, type ScopeOption } from './queries.ts'

/** A role as it is typed; '' is nothing yet. */
export type TypedRole = { readonly scope: string; readonly role: string; readonly ownOnly: boolean; readonly endsOn: string }
export const noRole: TypedRole = { scope: '', role: '', ownOnly: false, endsOn: '' }

const keyOf = ({ kind, id }: Pick<ScopeOption, 'kind' | 'id'>): string => `${kind} ${id ?? ''}`

/** What is sent for it, or null while something is missing. */
export function grantOf({ scope, role, ownOnly, endsOn }: TypedRole): GrantInput | null {
  const [kind = '', id = ''] = scope.split(' ')
  if (kind === '' || role === '') return null
  const place = (kind === 'everywhere' ? { kind } : { kind, id }) as GrantInput['scope']
  return {
    role: role as GrantInput['role'],
    scope: place,
    ownOnly: ownOnly && role === 'ORGANISER',
    endsOn: endsOn === '' ? null : endsOn,
  }
}

/** Where, which role, and until when: only what this administrator may give is offered. */
export function RoleFields({
  value,
  onChange,
  errorOf,
}: {
  readonly value: TypedRole
  readonly onChange: (value: TypedRole) => void
  readonly errorOf: (field: 'scope' | 'role' | 'endsOn') => string | undefined
}) {
  const t = useWords()
  const scopes = useQuery(scopesQuery).data?.scopes ?? []
  const chosen = scopes.find((scope) => keyOf(scope) === value.scope)
  return (
    <>
      <ComboBox
        label={t('accounts.people.scope')}
        name="scope"
        error={errorOf('scope')}
        choices={scopes.map((scope) => ({
          value: keyOf(scope),
          label: scope.name ?? t('accounts.scopes.everywhere'),
          ...(scope.name !== null && { text: t(`accounts.scopes.${scope.kind}`) }),
        }))}
        value={value.scope}
        onChange={(scope) => {
          const roles = scopes.find((one) => keyOf(one) === scope)?.roles ?? []
          onChange({
            ...value,
            scope,
            role: roles.length === 1 ? (roles[0] ?? '') : roles.some((role) => role === value.role) ? value.role : '',
          })
        }}
      />
      <SelectField
        label={t('accounts.people.role')}
        error={errorOf('role')}
        empty="–"
        choices={(chosen?.roles ?? []).map((role) => ({ value: role, label: t(`accounts.roles.${role}`) }))}
        value={value.role}
        onChange={({ target }) => onChange({ ...value, role: target.value })}
      />
      {value.role === 'ORGANISER' && (
        <CheckField
          label={t('accounts.people.ownOnly')}
          checked={value.ownOnly}
          onChange={({ target }) => onChange({ ...value, ownOnly: target.checked })}
        />
      )}
      <DateField
        label={t('accounts.people.endsOn')}
        optional={value.role !== 'AUDITOR'}
        error={errorOf('endsOn')}
        value={value.endsOn}
        onChange={({ target }) => onChange({ ...value, endsOn: target.value })}
      />
    </>
  )
}
