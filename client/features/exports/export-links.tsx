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
  /** Whoever plans may also take along who came. */
  readonly plans: boolean
}

/** What is shown, as a file: put it beside any list of sessions that the plan's filters can say. */
export function ExportLinks({ from, to, language, filters, plans }: ExportLinksProps) {
  const t = useWords()
  const query = new URLSearchParams({ from, to, ...(language === 'pl' ? {} : { lang: language }) })
  for (const [name, value] of Object.entries(filters))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, one)
  return (
    <>
      <Links label={t('exporting.label')} csv={`${exportApi.csv}?${query}`} xlsx={`${exportApi.xlsx}?${query}`} />
      {plans && (
        <Links
          label={t('exporting.attendance')}
          csv={`${exportApi.attendanceCsv}?${query}`}
          xlsx={`${exportApi.attendanceXlsx}?${query}`}
        />
      )}
    </>
  )
}

type LinksProps = { readonly label: string; readonly csv: string; readonly xlsx: string }

function Links({ label, csv, xlsx }: LinksProps) {
  const t = useWords()
  const kinds = [
    { kind: 'csv', href: csv },
    { kind: 'xlsx', href: xlsx },
  ] as const
  return (
    <p className="export-links">
      <span>{label}:</span>{' '}
      {kinds.map(({ kind, href }) => (
        <a key={kind} className={buttonClass('quiet')} href={href} aria-label={`${label}: ${t(`exporting.${kind}`)}`} download>
          {t(`exporting.${kind}`)}
        </a>
      ))}
    </p>
  )
}
