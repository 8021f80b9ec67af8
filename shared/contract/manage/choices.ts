import * as z from 'zod'
import { reference } from './fields.ts'

const choice = { id: reference, name: z.string() }

/** What forms of the panel offer to choose from: what isn't archived and may be used by whoever asks. */
export const choicesAnswer = z
  .strictObject({
    cities: z.array(
      z.strictObject({ ...choice, slug: z.string(), voivodeship: z.string(), districts: z.array(z.strictObject(choice)) }),
    ),
    organisations: z.array(z.strictObject(choice)),
    venues: z.array(
      z.strictObject({ ...choice, cityId: reference, address: z.string(), rooms: z.array(z.strictObject(choice)) }),
    ),
    programs: z.array(
      z.strictObject({
        ...choice,
        cityId: reference,
        clubs: z.array(z.strictObject(choice)),
        editions: z.array(z.strictObject(choice)),
        groups: z.array(z.strictObject(choice)),
      }),
    ),
    projects: z.array(
      z.strictObject({ ...choice, startsOn: z.string(), endsOn: z.string(), parts: z.array(z.strictObject(choice)) }),
    ),
  })
  .meta({ id: 'Choices' })
