import type { OpenShifts } from '#shared/contract/public.ts'
import { formatTimeRange } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'

type Shift = OpenShifts['shifts'][number]
type Missing = 'age' | 'guardian-consent' | 'clearance' | 'agreement'

/** How shifts are spoken of. */
export function useShiftWords() {
  const t = useWords()
  const language = useLanguage()
  const nameAndHours = ({ name, start, end }: Pick<Shift, 'name' | 'start' | 'end'>) => ({
    name: name.text,
    hours: formatTimeRange(start, end, language),
  })
  return {
    nameAndHours,
    gapOf: (shift: Shift): string =>
      shift.missing > 0
        ? t('volunteering.gap', { count: shift.missing, ...nameAndHours(shift) })
        : t('volunteering.enough', nameAndHours(shift)),
    asksOf: ({ minAge, clearance, agreement }: Shift['asks']): string => {
      const said = [
        minAge !== null && t('volunteering.asks.minAge', { age: minAge }),
        clearance && t('volunteering.asks.clearance'),
        agreement && t('volunteering.asks.agreement'),
      ].filter((one) => one !== false)
      return said.length === 0 ? '' : t('volunteering.asks.sentence', { list: said.join(', ') })
    },
    missingIn: (missing: readonly Missing[]): string => missing.map((one) => t(`volunteering.missing.${one}`)).join(', '),
  }
}
