import type * as z from 'zod'
import { districtInput } from '#shared/contract/manage/organisation.ts'
import type { DistrictManaged } from '#shared/contract/manage/views.ts'
import { pages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { DistrictFields } from '#client/features/manage/small-forms.tsx'
import { OneManaged } from '../one-managed.tsx'

type Values = z.input<typeof districtInput>

const fresh: Values = { name: '', slug: '', cityId: '' }

const valuesOf = ({ name, slug, cityId }: DistrictManaged): Values => ({ name, slug, cityId })

/** A form for a new one, or for one that is there. */
export default function DistrictPage() {
  return <OneManaged noun="districts">{(view) => <District view={view} />}</OneManaged>
}

function District({ view }: { readonly view: DistrictManaged | null }) {
  return (
    <Editor
      noun="districts"
      schema={districtInput}
      start={view ? valuesOf(view) : fresh}
      view={view}
      name={view?.name ?? ''}
      valuesOf={valuesOf}
      Fields={DistrictFields}

      {...(view && { publicPath: pages.of('districts', view.slug) })}
    />
  )
}
