import * as z from 'zod'
import { daysBetween } from '#shared/time/calendar.ts'
import { planQuery } from './plan.ts'

/** Two years and the months around them. */
export const longestExportDays = 800

/** GET `exportApi`: the plan's filters, over more days. */
export const exportQuery = z
  .strictObject(planQuery.shape)
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < longestExportDays, {
    path: ['to'],
    error: `a day from \`from\` on, so that both are within ${longestExportDays} days`,
  })
