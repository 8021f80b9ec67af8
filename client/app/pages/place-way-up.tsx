import { pages } from '#shared/contract/paths.ts'
import type { PlaceInWhole } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { WayUp } from '#client/ui/way-up.tsx'

/** Organisation, project, program: each is found under the first of the one above, and all under their city. */
export function PlaceWayUp({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  const above = place.what === 'program' ? place.projects[0] : undefined
  const runner = place.what === 'organisation' || above ? undefined : place.runBy[0]
  return (
    <WayUp
      label={t('session.wayUp')}
      steps={[
        place.city && { name: place.city.name, to: pages.city(place.city.slug) },
        above ? { name: above.name, to: pages.of('projects', above.slug) } : null,
        runner ? { name: runner.name, to: pages.of('organisations', runner.slug) } : null,
      ]}
    />
  )
}
