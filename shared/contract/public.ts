import type { activityView, funding } from './activity.ts'
import type { Answer } from './answer.ts'
import type { newsForSignUp } from './call.ts'
import type { citiesAnswer, cityOption } from './city.ts'
import type { clubView } from './club.ts'
import type { feedListing, feedsAnswer, savedSelectionAnswer, savedSelectionInput } from './feed.ts'
import type { indicator, placeInWhole, support } from './place-in-whole.ts'
import type { seriesView } from './series.ts'
import type { discreetSessionView, sessionAnswer, sessionView } from './session.ts'
import type {
  absenceInput,
  elsewhereView,
  exchangeInput,
  manageView,
  partyInput,
  seatsView,
  signUpAnswer,
  signUpInput,
} from './sign-up.ts'
import type { neededShifts, openShifts, shiftSignUpAnswer, shiftSignUpInput, standInInput } from './shift.ts'
import type { link, text } from './text.ts'
import type { factView, venuePageView, venueView } from './venue.ts'

/**
 * What the public pages get as JSON, beside the feeds, as types: the schemas load zod, which public pages don't (mechanics 18).
 * Every answer is an allow-list: nothing about a person stands here. Texts are already chosen for the language of the request
 * (`?lang=`); `lang` on a text says when it is another one.
 */
export type Text = Answer<typeof text>
export type Link = Answer<typeof link>
export type CityOption = Answer<typeof cityOption>
export type CitiesAnswer = Answer<typeof citiesAnswer>
export type FeedListing = Answer<typeof feedListing>
export type FeedsAnswer = Answer<typeof feedsAnswer>
export type SavedSelectionInput = Answer<typeof savedSelectionInput>
export type SavedSelectionAnswer = Answer<typeof savedSelectionAnswer>
export type FactView = Answer<typeof factView>
export type VenueView = Answer<typeof venueView>
export type VenuePageView = Answer<typeof venuePageView>
export type ActivityView = Answer<typeof activityView>
export type Funding = Answer<typeof funding>
export type SessionView = Answer<typeof sessionView>
export type DiscreetSessionView = Answer<typeof discreetSessionView>
/** What `/api/sessions/:id` answers: `discreet` tells which. */
export type SessionAnswer = Answer<typeof sessionAnswer>
export type SeatsView = Answer<typeof seatsView>
export type SignUpInput = Answer<typeof signUpInput>
export type SignUpAnswer = Answer<typeof signUpAnswer>
export type ElsewhereView = Answer<typeof elsewhereView>
export type ExchangeInput = Answer<typeof exchangeInput>
export type AbsenceInput = Answer<typeof absenceInput>
export type ManageView = Answer<typeof manageView>
export type PartyInput = Answer<typeof partyInput>
export type NeededShifts = Answer<typeof neededShifts>
export type OpenShifts = Answer<typeof openShifts>
export type ShiftSignUpInput = Answer<typeof shiftSignUpInput>
export type ShiftSignUpAnswer = Answer<typeof shiftSignUpAnswer>
export type StandInInput = Answer<typeof standInInput>
export type SeriesView = Answer<typeof seriesView>
export type ClubView = Answer<typeof clubView>
export type Indicator = Answer<typeof indicator>
export type Support = Answer<typeof support>
export type PlaceInWhole = Answer<typeof placeInWhole>

export {
  accessibilityFacts,
  enrolmentModes,
  organisationRoles,
  type AccessibilityFact,
  type EnrolmentMode,
  type OrganisationRole,
} from './kinds.ts'
export type ManageNews = Answer<typeof newsForSignUp>
