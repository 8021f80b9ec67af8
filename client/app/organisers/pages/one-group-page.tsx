import type * as z from 'zod'
import { groupInput } from '#shared/contract/manage/club.ts'
import type { GroupManaged } from '#shared/contract/manage/views.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { asTexts, noTexts } from '#client/features/manage/texts.ts'
import { GroupFields } from '#client/features/manage/small-forms.tsx'
import { OneManaged } from '../one-managed.tsx'
import { useSearchParams } from 'react-router'

type Values = z.input<typeof groupInput>

const fresh = (programId: string): Values => ({ programId, name: noTexts, size: null })

const valuesOf = ({ programId, name, size }: GroupManaged): Values => ({ programId, name: asTexts(name), size })

/** A form for a new one, or for one that is there. */
export default function GroupPage() {
  return <OneManaged noun="groups">{(view) => <Group view={view} />}</OneManaged>
}

function Group({ view }: { readonly view: GroupManaged | null }) {
  const [query] = useSearchParams()
  const program = query.get('program') ?? ''
  return (
    <Editor
      noun="groups"
      schema={groupInput}
      start={view ? valuesOf(view) : fresh(program)}
      view={view}
      name={view?.name.pl ?? ''}
      valuesOf={valuesOf}
      Fields={GroupFields}
    />
  )
}
