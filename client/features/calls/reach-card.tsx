import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useReach } from './queries.ts'
import './calls.css'

const kinds = ['known', 'sent', 'texted', 'unreachable', 'pending'] as const

/** How many of those who come know of the last change; nothing where nothing was changed, or where the reader doesn't tell people. */
export function ReachCard({ sessionId }: { readonly sessionId: string }) {
  const t = useWords()
  const { data } = useReach(sessionId)
  if (!data) return null
  const { known, sent, texted, unreachable, pending, left } = data
  const total = known + sent + texted + unreachable + pending
  if (total === 0) return null
  return (
    <Card heading={t('calls.reach.heading')}>
      {known === total ? (
        <p>
          <b>{t('calls.reach.everybody')}</b>
        </p>
      ) : (
        <ul className="plain reach">
          {kinds
            .filter((kind) => data[kind] > 0)
            .map((kind) => (
              <li key={kind} className={`reach-${kind}`}>
                <b>{data[kind]}</b> {t(`calls.reach.${kind}`)}
              </li>
            ))}
        </ul>
      )}
      {left.length > 0 && <p className="quiet">{t('calls.reach.left', { names: left.join(', ') })}</p>}
      {sent + texted + unreachable > 0 && (
        <ButtonLink to={`${panelPages.calls}?session=${sessionId}`}>{t('calls.reach.toCalls')}</ButtonLink>
      )}
    </Card>
  )
}
