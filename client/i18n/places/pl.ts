import { activity } from '#shared/words/pl/activity.ts'
import { place } from '#shared/words/pl/place.ts'
import { seats } from '#shared/words/pl/seats.ts'
import { session } from '#shared/words/pl/session.ts'
import { venue } from '#shared/words/pl/venue.ts'

export const words = { activity, place, seats, session, venue } as const
