import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useSearchParams } from 'react-router'
import type { NumbersView } from '#shared/contract/numbers.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { isLocalDay } from '#shared/time/calendar.ts'
import { dayInWarsaw, formatBrief, formatDay } from '#shared/time/format.ts'
import { NumbersTable } from '#client/features/numbers/numbers-table.tsx'
import { PeriodForm } from '#client/features/numbers/period-form.tsx'
import { numbersQuery, tableAddress, type Asked as AskedNumbers } from '#client/features/numbers/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from '../asked.tsx'
import '#client/features/numbers/numbers.css'

/** How much a program or a project did on some days, and for how many: this year up to today unless the address says otherwise. */
export default function NumbersPage() {
  const { id = '' } = useParams()
  const { pathname } = useLocation()
  const [query, setQuery] = useSearchParams()
  const today = dayInWarsaw(useNow())
  const day = (name: string, otherwise: string): string => {
    const said = query.get(name) ?? ''
    return isLocalDay(said) ? said : otherwise
  }
  const noun = pathname.includes('/projects/') ? 'projects' : 'programs'
  const asked = { noun, id, from: day('from', `${today.slice(0, 4)}-01-01`), to: day('to', today) } as const
  return (
    <Asked query={useQuery(numbersQuery(asked, useLanguage()))}>
      {(view) => <Numbers asked={asked} view={view} onShow={(from, to) => setQuery({ from, to })} />}
    </Asked>
  )
}

type Props = {
  readonly asked: AskedNumbers
  readonly view: NumbersView
  readonly onShow: (from: string, to: string) => void
}

function Numbers({ asked, view, onShow }: Props) {
  const t = useWords()
  const language = useLanguage()
  const { name, all, parts, target, from, to } = view
  const isEmpty = all.held + all.cancelled + all.toCome === 0
  const how = (['visits', 'people', 'hours', 'parts'] as const).filter((one) => one !== 'parts' || parts.length > 0)
  return (
    <div className="panel-page numbers">
      <p className="no-print">
        <LocalLink to={panelPages.oneManaged(asked.noun, asked.id)} className="table-link">
          ‹ {name}
        </LocalLink>
      </p>
      <PageTitle title={t('numbers.title', { name })} />
      <p>{t('numbers.period', { from: formatDay(from, language), to: formatDay(to, language) })}</p>
      <p className="quiet">{t('numbers.lead')}</p>
      <PeriodForm key={`${from} ${to}`} from={from} to={to} onShow={onShow} />
      {isEmpty ? (
        <p>{t('numbers.none')}</p>
      ) : (
        <>
          <NumbersTable view={view} />
          {target !== null && <p>{t('numbers.target', { target, people: all.people ?? t('numbers.notCounted') })}</p>}
          <div className="form-actions no-print">
            <Button look="main" onClick={() => window.print()}>
              {t('numbers.print')}
            </Button>
            <a className={buttonClass('quiet')} href={tableAddress(asked, language)} download>
              {t('numbers.csv')}
            </a>
          </div>
          <Uncounted view={view} />
          <section>
            <h2>{t('numbers.howHeading')}</h2>
            <ul className="numbers-how">
              {how.map((one) => (
                <li key={one}>{t(`numbers.how.${one}`)}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}

/** Meetings whose people are in no sum, each a step away from being counted. */
function Uncounted({ view: { uncounted, uncountedMore } }: { readonly view: NumbersView }) {
  const t = useWords()
  const language = useLanguage()
  if (uncounted.length === 0) return null
  return (
    <Card heading={t('numbers.missing', { count: uncounted.length + uncountedMore })}>
      <p className="quiet">{t('numbers.missingText')}</p>
      <ul className="plain numbers-uncounted no-print">
        {uncounted.map(({ id, title, start }) => (
          <li key={id}>
            <LocalLink to={panelPages.session(id)} className="table-link">
              <ForeignText text={title} />, {formatBrief(start, '', language)}
            </LocalLink>
          </li>
        ))}
        {uncountedMore > 0 && <li className="quiet">{t('numbers.missingMore', { count: uncountedMore })}</li>}
      </ul>
    </Card>
  )
}
