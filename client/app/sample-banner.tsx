import { useWords } from '#client/i18n/use-words.ts'
import { useCities } from '#client/lib/cities.ts'

/** Says on every page that the activities are invented, as long as invented ones are loaded. */
export function SampleBanner() {
  const t = useWords()
  const cities = useCities()
  if (!cities.data?.hasSample) return null
  return (
    <p className="sample">
      <b>{t('app.sample.title')}</b> {t('app.sample.text')}
    </p>
  )
}
