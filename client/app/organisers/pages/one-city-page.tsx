import type * as z from 'zod'
import { cityInput } from '#shared/contract/manage/organisation.ts'
import type { CityManaged } from '#shared/contract/manage/views.ts'
import { pages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { CityFields } from '#client/features/manage/small-forms.tsx'
import { OneManaged } from '../one-managed.tsx'

type Values = z.input<typeof cityInput>

const fresh: Values = { name: '', slug: '', voivodeship: 'slaskie' }

const valuesOf = ({ name, slug, voivodeship }: CityManaged): Values => ({ name, slug, voivodeship })

/** A form for a new one, or for one that is there. */
export default function CityPage() {
  return <OneManaged noun="cities">{(view) => <City view={view} />}</OneManaged>
}

function City({ view }: { readonly view: CityManaged | null }) {
  return (
    <Editor
      noun="cities"
      schema={cityInput}
      start={view ? valuesOf(view) : fresh}
      view={view}
      name={view?.name ?? ''}
      valuesOf={valuesOf}
      Fields={CityFields}

      {...(view && { publicPath: pages.city(view.slug) })}
    />
  )
}
