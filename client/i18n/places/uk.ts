import { activity } from '#shared/words/uk/activity.ts'
import { place } from '#shared/words/uk/place.ts'
import { seats } from '#shared/words/uk/seats.ts'
import { session } from '#shared/words/uk/session.ts'
import { venue } from '#shared/words/uk/venue.ts'

export const words = { activity, place, seats, session, venue } as const
