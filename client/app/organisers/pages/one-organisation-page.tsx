import type * as z from 'zod'
import { organisationInput } from '#shared/contract/manage/organisation.ts'
import type { OrganisationManaged } from '#shared/contract/manage/views.ts'
import { pages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { asTexts, noTexts } from '#client/features/manage/texts.ts'
import { OrganisationFields } from '#client/features/manage/small-forms.tsx'
import { OneManaged } from '../one-managed.tsx'

type Values = z.input<typeof organisationInput>

const fresh: Values = { name: '', slug: '', kind: 'NGO', cityId: null, address: null, description: noTexts }

const valuesOf = ({ name, slug, kind, cityId, address, description }: OrganisationManaged): Values => ({
  name,
  slug,
  kind,
  cityId,
  address,
  description: asTexts(description),
})

/** A form for a new one, or for one that is there. */
export default function OrganisationPage() {
  return <OneManaged noun="organisations">{(view) => <Organisation view={view} />}</OneManaged>
}

function Organisation({ view }: { readonly view: OrganisationManaged | null }) {
  return (
    <Editor
      noun="organisations"
      schema={organisationInput}
      start={view ? valuesOf(view) : fresh}
      view={view}
      name={view?.name ?? ''}
      valuesOf={valuesOf}
      Fields={OrganisationFields}

      {...(view && { publicPath: pages.of('organisations', view.slug) })}
    />
  )
}
