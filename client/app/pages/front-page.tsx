import { Navigate, useSearchParams } from 'react-router'
import { pages } from '#shared/contract/paths.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import { ChooseCity } from '#client/features/cities/choose-city.tsx'
import { useCities } from '#client/lib/cities.ts'
import { rememberedCity } from '#client/lib/remembered-city.ts'
import { SampleBanner } from '#client/ui/sample-banner.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** Where one begins: the city that was chosen before, or the question for it (always with `?choose`). */
export default function FrontPage() {
  const language = useLanguage()
  const [query] = useSearchParams()
  const cities = useCities()
  const remembered = query.has('choose') ? null : rememberedCity()
  const gone = remembered !== null && cities.data?.cities.every(({ slug }) => slug !== remembered)
  if (remembered && !gone) return <Navigate replace to={localPath(language, pages.city(remembered))} />
  return (
    <div className="page reading">
      {cities.isPending && <Loading />}
      {cities.isError && <Failure error={cities.error} retry={() => void cities.refetch()} />}
      {cities.data?.hasSample && <SampleBanner />}
      {cities.data && <ChooseCity cities={cities.data.cities} />}
    </div>
  )
}
