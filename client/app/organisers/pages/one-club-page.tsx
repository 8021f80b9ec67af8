import type * as z from 'zod'
import { clubInput } from '#shared/contract/manage/club.ts'
import type { ClubManaged } from '#shared/contract/manage/views.ts'
import { pages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { asTexts, noTexts } from '#client/features/manage/texts.ts'
import { ClubFields } from '#client/features/manage/small-forms.tsx'
import { OneManaged } from '../one-managed.tsx'
import { useSearchParams } from 'react-router'

type Values = z.input<typeof clubInput>

const fresh = (programId: string): Values => ({
  name: '',
  slug: '',
  programId,
  districtId: null,
  venueId: null,
  description: noTexts,
  openTo: noTexts,
  audiences: [],
})

const valuesOf = ({ name, slug, programId, districtId, venueId, description, openTo, audiences }: ClubManaged): Values => ({
  name,
  slug,
  programId,
  districtId,
  venueId,
  audiences: [...audiences],
  description: asTexts(description),
  openTo: asTexts(openTo),
})

/** A form for a new one, or for one that is there. */
export default function ClubPage() {
  return <OneManaged noun="clubs">{(view) => <Club view={view} />}</OneManaged>
}

function Club({ view }: { readonly view: ClubManaged | null }) {
  const [query] = useSearchParams()
  const program = query.get('program') ?? ''
  return (
    <Editor
      noun="clubs"
      schema={clubInput}
      start={view ? valuesOf(view) : fresh(program)}
      view={view}
      name={view?.name ?? ''}
      valuesOf={valuesOf}
      Fields={ClubFields}

      {...(view && { publicPath: pages.of('clubs', view.slug) })}
    />
  )
}
