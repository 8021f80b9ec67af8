import type * as z from 'zod'
import { programInput } from '#shared/contract/manage/program.ts'
import type { ProgramManaged } from '#shared/contract/manage/views.ts'
import { pages, panelPages } from '#shared/contract/paths.ts'
import { Editor } from '#client/features/manage/editor.tsx'
import { asTexts, noTexts } from '#client/features/manage/texts.ts'
import { InProgram, ProgramFields } from '#client/features/manage/program-form.tsx'
import { useRights } from '#client/features/me/queries.ts'
import { OneManaged } from '../one-managed.tsx'

type Values = z.input<typeof programInput>

const fresh: Values = {
  name: '',
  slug: '',
  cityId: '',
  operatorId: null,
  venueId: null,
  startsOn: null,
  endsOn: null,
  openness: 'CITY',
  openTo: noTexts,
  audiences: [],
  description: noTexts,
  districtIds: [],
  funding: [],
  remindDaysBefore: 1,
  remindAt: '17:00',
  quietFrom: '21:00',
  quietTo: '08:00',
}

const valuesOf = (view: ProgramManaged): Values => ({
  name: view.name,
  slug: view.slug,
  cityId: view.cityId,
  operatorId: view.operatorId,
  venueId: view.venueId,
  startsOn: view.startsOn,
  endsOn: view.endsOn,
  openness: view.openness,
  openTo: asTexts(view.openTo),
  audiences: [...view.audiences],
  description: asTexts(view.description),
  districtIds: [...view.districtIds],
  funding: view.funding.map((one) => ({ ...one })),
  remindDaysBefore: view.remindDaysBefore,
  remindAt: view.remindAt,
  quietFrom: view.quietFrom,
  quietTo: view.quietTo,
})

/** A form for a new one, or for one that is there. */
export default function ProgramPage() {
  return <OneManaged noun="programs">{(view) => <Program view={view} />}</OneManaged>
}

function Program({ view }: { readonly view: ProgramManaged | null }) {
  const rights = useRights()
  const mayRead = rights.includes('plan') || rights.includes('audit')
  return (
    <Editor
      noun="programs"
      schema={programInput}
      start={view ? valuesOf(view) : fresh}
      view={view}
      name={view?.name ?? ''}
      valuesOf={valuesOf}
      Fields={ProgramFields}
      below={view && <InProgram program={view} />}
      {...(view && { publicPath: pages.of('programs', view.slug) })}
      {...(view && mayRead && { numbersPath: panelPages.numbers('programs', view.id) })}
    />
  )
}
