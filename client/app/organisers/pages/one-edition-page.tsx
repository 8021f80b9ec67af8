import type * as z from 'zod'
import { editionInput } from '#shared/contract/manage/club.ts'
import type { EditionManaged } from '#shared/contract/manage/views.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { asTexts, noTexts } from '#client/features/manage/texts.ts'
import { EditionFields } from '#client/features/manage/small-forms.tsx'
import { OneManaged } from '../one-managed.tsx'
import { useSearchParams } from 'react-router'

type Values = z.input<typeof editionInput>

const fresh = (programId: string): Values => ({
  programId,
  number: 1,
  name: noTexts,
  size: null,
  startsOn: null,
  endsOn: null,
  stages: [],
})

const valuesOf = ({ programId, number, name, size, startsOn, endsOn, stages }: EditionManaged): Values => ({
  programId,
  number,
  size,
  startsOn,
  endsOn,
  name: asTexts(name),
  stages: stages.map((stage) => ({
    id: stage.id,
    name: asTexts(stage.name),
  })),
})

/** A form for a new one, or for one that is there. */
export default function EditionPage() {
  return <OneManaged noun="editions">{(view) => <Edition view={view} />}</OneManaged>
}

function Edition({ view }: { readonly view: EditionManaged | null }) {
  const [query] = useSearchParams()
  const program = query.get('program') ?? ''
  return (
    <Editor
      noun="editions"
      schema={editionInput}
      start={view ? valuesOf(view) : fresh(program)}
      view={view}
      name={view?.name.pl ?? ''}
      valuesOf={valuesOf}
      Fields={EditionFields}
    />
  )
}
