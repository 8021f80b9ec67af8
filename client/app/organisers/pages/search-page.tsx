import { useSearchParams } from 'react-router'
import { foundKinds, hitsOf, isEnough, useSearch, type FoundKind, type Hit } from '#client/features/search/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'

/** Everything found for what stands in the address. */
export default function SearchPage() {
  const t = useWords()
  const language = useLanguage()
  const [query] = useSearchParams()
  const q = (query.get('q') ?? '').trim()
  const found = useSearch(q, language)
  const hits = found.data ? hitsOf(found.data, language) : []
  return (
    <div className="panel-page">
      <PageTitle title={q === '' ? t('found.title') : t('found.results', { q })} />
      {!isEnough(q) && <p className="quiet">{t('found.short')}</p>}
      {isEnough(q) && found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {isEnough(q) && found.data && hits.length === 0 && (
        <Empty title={t('found.nothing.title')} text={t('found.nothing.text')} />
      )}
      {foundKinds.map((kind) => (
        <HitsOfKind key={kind} kind={kind} hits={hits.filter((hit) => hit.kind === kind)} />
      ))}
    </div>
  )
}

function HitsOfKind({ kind, hits }: { readonly kind: FoundKind; readonly hits: readonly Hit[] }) {
  const t = useWords()
  if (hits.length === 0) return null
  return (
    <Card heading={t(`found.kinds.${kind}`)}>
      <ul className="plain hits">
        {hits.map(({ key, name, text, path }) => (
          <li key={key}>
            <LocalLink to={path}>{name}</LocalLink>
            {text !== '' && <span className="quiet"> {text}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
