import type { Language } from '#shared/contract/kinds.ts'
import { exportApi } from '#shared/contract/paths.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { buttonClass } from '#client/ui/button.tsx'

type ExportLinksProps = {
  readonly from: LocalDay
  readonly to: LocalDay
  readonly language: Language
  /** As the plan's address has them. */
  readonly filters: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** What is shown, as a file: put it beside any list of sessions that the plan's filters can say. */
export function ExportLinks({ from, to, language, filters }: ExportLinksProps) {
  const t = useWords()
  const query = new URLSearchParams({ from, to, ...(language === 'pl' ? {} : { lang: language }) })
  for (const [name, value] of Object.entries(filters))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, one)
  return (
    <p className="export-links">
      <span>{t('exporting.label')}:</span>{' '}
      {(['csv', 'xlsx'] as const).map((kind) => (
        <a key={kind} className={buttonClass('quiet')} href={`${exportApi[kind]}?${query}`} download>
          {t(`exporting.${kind}`)}
        </a>
      ))}
    </p>
  )
}
