import { useWords } from '#client/i18n/use-words.ts'
import './sample-banner.css'

/** Says that what follows is invented. It stands where invented things are shown, and only there: what really was isn't called made up. */
export function SampleBanner() {
  const t = useWords()
  return (
    <p className="sample">
      <b>{t('app.sample.title')}</b> {t('app.sample.text')}
    </p>
  )
}

/** Above a page, as wide as it. */
export const SampleBannerOfPage = () => (
  <div className="page">
    <SampleBanner />
  </div>
)
