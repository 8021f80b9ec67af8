import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'

/** "1 stycznia 2021 – 31 grudnia 2022"; what isn't said is open. */
export function useDays(): (from: string | null, to: string | null) => string {
  const t = useWords()
  const language = useLanguage()
  const say = (day: string | null): string => (day === null ? t('manage.open') : formatDay(day, language))
  return (from, to) => (from === null && to === null ? t('manage.open') : `${say(from)} – ${say(to)}`)
}
