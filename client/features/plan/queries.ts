import { queryOptions, useQuery } from '@tanstack/react-query'
import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { planAnswer, planChoices } from '#shared/contract/plan.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { getJson } from '#client/lib/api.ts'
import type { PlanFilters } from './plan-view.ts'

export type Plan = Answer<typeof planAnswer>
export type PlannedSession = Plan['sessions'][number]
export type PlanChoices = z.infer<typeof planChoices>

/** Everything that shows the plan; an edit makes it ask again. */
export const planKey = ['panel', 'plan'] as const

export type PlanAsked = {
  readonly from: LocalDay
  readonly to: LocalDay
  readonly language: Language
  readonly filters?: PlanFilters
}

export const planQuery = ({ from, to, language, filters = {} }: PlanAsked) =>
  queryOptions({
    queryKey: [...planKey, from, to, language, filters],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ from, to, lang: language, ...filters })
      return getJson<Plan>(`${api.panelPlan}?${query}`, signal)
    },
    staleTime: 15_000,
    refetchOnWindowFocus: true,
    placeholderData: (before) => before, // the week before stays until the next one is there: nothing jumps
  })

export const usePlan = (asked: PlanAsked) => useQuery(planQuery(asked))

export const planChoicesQuery = queryOptions({
  queryKey: [...planKey, 'choices'],
  queryFn: ({ signal }) => getJson<PlanChoices>(api.panelPlanChoices, signal),
  staleTime: 60_000,
})

export const usePlanChoices = () => useQuery(planChoicesQuery)
