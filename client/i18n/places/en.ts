import { activity } from '#shared/words/en/activity.ts'
import { place } from '#shared/words/en/place.ts'
import { seats } from '#shared/words/en/seats.ts'
import { session } from '#shared/words/en/session.ts'
import { venue } from '#shared/words/en/venue.ts'

export const words = { activity, place, seats, session, venue } as const
