import { useParams } from 'react-router'
import { isSlug } from '#shared/contract/selection.ts'
import { Calendar } from '#client/features/calendar/calendar.tsx'
import { CityWhole } from '#client/features/cities/city-whole.tsx'
import { useCities } from '#client/lib/cities.ts'
import { SampleBannerOfPage } from '#client/ui/sample-banner.tsx'
import { NotFound } from '../not-found.tsx'

export default function CityPage() {
  const { city: slug = '' } = useParams()
  const cities = useCities()
  const city = cities.data?.cities.find((option) => option.slug === slug) ?? null
  if (!isSlug('cities', slug) || (cities.data && !city)) return <NotFound />
  return (
    <>
      {city?.programs.some(({ sample }) => sample) && <SampleBannerOfPage />}
      <Calendar key={slug} slice={{ collection: 'cities', slug }} city={city} />
      {city && <CityWhole city={city} />}
    </>
  )
}
