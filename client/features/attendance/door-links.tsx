import type { DoorLinkView } from '#shared/contract/attendance.ts'
import { pages } from '#shared/contract/paths.ts'
import { formatClock, formatShortDay, wallInWarsaw } from '#shared/time/format.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { Note } from '#client/ui/note.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { useDoorLinkActs, useDoorLinks } from './queries.ts'
import './attendance.css'

/** Links for devices without an account, one each. The address is shown once, right after it was made. */
export function DoorLinks({ session }: { readonly session: string }) {
  const t = useWords()
  const language = useLanguage()
  const links = useDoorLinks(session)
  const { make, revoke } = useDoorLinkActs(session)
  const confirm = useConfirm()
  const toast = useToast()
  const close = async ({ id }: DoorLinkView) => {
    const question = {
      title: t('attendance.card.revokeAsk'),
      text: t('attendance.card.revokeText'),
      yes: t('attendance.card.revoke'),
    }
    if (!(await confirm(question))) return
    await revoke.mutateAsync(id)
    make.reset()
    toast({ text: t('attendance.card.revoked') })
  }
  const address = make.data && location.origin + localPath(language, pages.door(make.data.token))
  return (
    <section>
      <h3>{t('attendance.card.links')}</h3>
      <p className="quiet">{t('attendance.card.linksLead')}</p>
      {address && <Made address={address} />}
      <ul className="desk-rows">
        {links.data?.links.map((link) => {
          const when = windowOf(link, language)
          return (
            <li key={link.id} className="desk-line">
              <span>
                {t('attendance.card.link', { when })}{' '}
                <span className="quiet">{t(link.claimedAt ? 'attendance.card.claimed' : 'attendance.card.unclaimed')}</span>
              </span>
              <Button look="quiet" aria-label={t('attendance.card.revokeOne', { when })} onClick={() => void close(link)}>
                {t('attendance.card.revoke')}
              </Button>
            </li>
          )
        })}
      </ul>
      <Button disabled={make.isPending} onClick={() => make.mutate()}>
        {t('attendance.card.make')}
      </Button>
      {(make.isError || revoke.isError) && (
        <p className="form-error" role="alert">
          {t('app.failure.text')}
        </p>
      )}
    </section>
  )
}

function windowOf({ opens, closes }: DoorLinkView, language: ReturnType<typeof useLanguage>): string {
  const [from, to] = [opens, closes].map((at) => wallInWarsaw(Date.parse(at)))
  if (!from || !to) return ''
  return `${formatShortDay(from.slice(0, 10), language)}, ${formatClock(from)}–${formatClock(to)}`
}

function Made({ address }: { readonly address: string }) {
  const t = useWords()
  const toast = useToast()
  const copy = async () => {
    if (!('clipboard' in navigator)) return
    await navigator.clipboard.writeText(address)
    toast({ text: t('attendance.card.copied') })
  }
  return (
    <Note tone="yard">
      <p>{t('attendance.card.made')}</p>
      <QrCode text={address} label={t('attendance.card.qr')} />
      <p className="attendance-address">{address}</p>
      {'clipboard' in navigator && (
        <Button look="quiet" onClick={() => void copy()}>
          {t('attendance.card.copy')}
        </Button>
      )}
    </Note>
  )
}
