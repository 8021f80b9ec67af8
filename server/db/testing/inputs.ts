import type {
  ClubInput,
  OrganisationInput,
  ProgramInput,
  ProjectInput,
  RoomInput,
  VenueInput,
} from '#shared/contract/manage/views.ts'
import { reachOf, type Actor, type GrantScope, type StaffRole } from '../../actor.ts'

/** Somebody with one role in one place; without a place, everywhere. */
export const actorWith = (role: StaffRole, scope: GrantScope = { kind: 'everywhere' }, accountId = nobody): Actor => ({
  accountId,
  name: 'Zofia Zmyślona',
  email: 'zofia@example.pl',
  grants: [{ role, scope, ownOnly: false }],
})

const nobody = '00000000-0000-4000-8000-000000000000'

/** Where an administrator of everything may manage. */
export const everywhere = reachOf(actorWith('ADMINISTRATOR'), 'manage')

/** What forms send when only what must be there is filled in. */
export const organisationInput = (slug: string): OrganisationInput => ({
  slug,
  name: 'Ośrodek',
  kind: 'SOCIAL_CENTRE',
  cityId: null,
  address: null,
  description: null,
})

export const venueInput = (slug: string, cityId: string): VenueInput => ({
  slug,
  name: 'Świetlica',
  cityId,
  districtId: null,
  organisationId: null,
  address: 'ul. Zmyślona 1',
  position: null,
  directions: null,
  aliases: [],
  accessibility: [],
  hours: [],
})

export const roomInput = (name: string): RoomInput => ({
  name,
  capacity: null,
  stepFree: 'yes',
  setupMinutes: 0,
  clearMinutes: 0,
  hours: [],
})

export const programInput = (slug: string, cityId: string): ProgramInput => ({
  slug,
  name: 'Dąb razem',
  cityId,
  operatorId: null,
  venueId: null,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  openness: 'CITY',
  openTo: null,
  audiences: [],
  description: null,
  districtIds: [],
  funding: [],
  remindDaysBefore: 1,
  remindAt: '17:00',
  quietFrom: '21:00',
  quietTo: '08:00',
})

export const partInput = (code: string): ProjectInput['parts'][number] => ({
  id: null,
  code,
  name: 'Część',
  value: null,
  eu: null,
  audience: null,
  indicators: [],
  support: [],
})

export const projectInput = (slug: string): ProjectInput => ({
  slug,
  name: 'Projekt',
  grantNumber: null,
  cityId: null,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  datesExact: true,
  organisations: [],
  description: null,
  fundLines: [],
  valueTotal: null,
  grantTotal: null,
  grantEu: null,
  grantNational: null,
  peopleTarget: null,
  peopleAbout: false,
  peopleNote: null,
  fundSentence: null,
  fundLogos: [],
  keepUntil: null,
  sourceNote: null,
  parts: [partInput('1')],
  calls: [],
  history: [],
})

export const clubInput = (slug: string, programId: string): ClubInput => ({
  slug,
  name: 'Klub',
  programId,
  districtId: null,
  venueId: null,
  description: null,
  openTo: null,
  audiences: [],
})
