import { useWords } from '#client/i18n/use-words.ts'
import { Icon } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import type { Layout } from './choice.ts'

type SwitchProps = { readonly layout: Layout; readonly today: string; readonly addressOf: (layout: Layout) => string }

export function ViewSwitch({ layout, today, addressOf }: SwitchProps) {
  const t = useWords()
  const month = layout.view === 'month' ? layout.month : today.slice(0, 7)
  const views = [
    { view: 'list', icon: 'list', to: addressOf({ view: 'list', steps: 0 }) },
    { view: 'month', icon: 'month', to: addressOf({ view: 'month', month, day: null }) },
  ] as const
  return (
    <nav className="segments" aria-label={t('calendar.view.label')}>
      {views.map(({ view, icon, to }) => (
        <LocalLink key={view} to={to} aria-current={view === layout.view ? 'true' : undefined}>
          <Icon name={icon} size={20} />
          {t(`calendar.view.${view}`)}
        </LocalLink>
      ))}
    </nav>
  )
}
