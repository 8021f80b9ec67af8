import { formatShortDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import type { GrantView } from './queries.ts'

/** A role as people say it: "Organizator, program Zatorze razem, do 31.12". */
export function useRoleLine(): (grant: Omit<GrantView, 'id'>) => string {
  const t = useWords()
  const language = useLanguage()
  return ({ role, scope, ownOnly, endsOn }) =>
    [
      t(`accounts.roles.${role}`),
      scope.kind === 'everywhere' ? t('accounts.scopes.everywhere') : `${t(`accounts.scopes.${scope.kind}`)} ${scope.name ?? ''}`,
      ...(ownOnly ? [t('accounts.ownOnly')] : []),
      ...(endsOn === null ? [] : [t('accounts.people.until', { day: formatShortDay(endsOn, language) })]),
    ].join(', ')
}
