import { CopyAddress } from '#client/features/feeds/copy-address.tsx'
import { waysFor } from '#client/features/feeds/device.ts'
import { WayOf } from '#client/features/feeds/ways.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Note } from '#client/ui/note.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import '#client/features/feeds/feeds.css'

const address = (url: string) => ({ url, preparing: false, tooLong: false })

/** A personal calendar's address, the only time that it is shown, and the likely ways of taking it along. */
export default function MadeCalendar({ url }: { readonly url: string }) {
  const t = useWords()
  const language = useLanguage()
  const own = language === 'pl' ? url : `${url}?lang=${language}`
  const { yours } = waysFor(navigator.userAgent)
  const googleFeed = address(`${own}${language === 'pl' ? '?' : '&'}cancelled=title`)
  return (
    <section className="own-calendars" aria-label={t('ownCalendar.address')}>
      <Note tone="sun" filled>
        <p>{t('ownCalendar.once')}</p>
      </Note>
      <div className="way-list">
        {yours.map((way) => (
          <WayOf key={way} way={way} name={t('ownCalendar.heading')} address={address(own)} googleFeed={googleFeed} likely />
        ))}
      </div>
      <CopyAddress address={address(own)} label={t('ownCalendar.address')} />
      <p>{t('ownCalendar.qrText')}</p>
      <QrCode text={own} label={t('ownCalendar.qr')} />
    </section>
  )
}
