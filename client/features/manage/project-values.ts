import type * as z from 'zod'
import type { projectInput } from '#shared/contract/manage/project.ts'
import type { ProjectManaged } from '#shared/contract/manage/views.ts'
import type { PanelForm } from '#client/ui/form/use-form.ts'
import { asTexts, noTexts } from './texts.ts'

export type ProjectValues = z.input<typeof projectInput>
export type ProjectForm = PanelForm<ProjectValues, z.output<typeof projectInput>>

export const freshPart: ProjectValues['parts'][number] = {
  id: null,
  code: '',
  name: '',
  value: null,
  eu: null,
  audience: noTexts,
  indicators: [],
  support: [],
}

export const freshProject: ProjectValues = {
  name: '',
  slug: '',
  grantNumber: null,
  cityId: null,
  startsOn: '',
  endsOn: '',
  datesExact: true,
  organisations: [],
  description: noTexts,
  fundLines: [],
  valueTotal: null,
  grantTotal: null,
  grantEu: null,
  grantNational: null,
  peopleTarget: null,
  peopleAbout: false,
  peopleNote: noTexts,
  fundSentence: noTexts,
  fundLogos: [],
  keepUntil: null,
  sourceNote: null,
  parts: [freshPart],
  calls: [],
  history: [],
}

export function projectValues(view: ProjectManaged): ProjectValues {
  const { id: _id, version: _version, archived: _archived, sample: _sample, mayChange: _mayChange, names: _names, ...rest } = view
  return {
    ...rest,
    description: asTexts(view.description),
    peopleNote: asTexts(view.peopleNote),
    fundSentence: asTexts(view.fundSentence),
    fundLines: [...view.fundLines],
    fundLogos: view.fundLogos.map((logo) => ({ ...logo })),
    organisations: view.organisations.map((one) => ({ ...one })),
    parts: view.parts.map((part) => ({
      ...part,
      audience: asTexts(part.audience),
      indicators: part.indicators.map((one) => ({ ...one, name: asTexts(one.name), denominator: asTexts(one.denominator) })),
      support: part.support.map((one) => ({ ...one })),
    })),
    calls: view.calls.map((call) => ({
      ...call,
      name: asTexts(call.name),
      criteria: call.criteria.map((one) => ({ id: one.id, text: asTexts(one.text) })),
    })),
    history: view.history.map((event) => ({ ...event, text: asTexts(event.text), whenText: asTexts(event.whenText) })),
  }
}
