import type { Answer } from '../answer.ts'
import type { choicesAnswer } from './choices.ts'
import type {
  clubInput,
  clubManaged,
  clubRow,
  editionInput,
  editionManaged,
  editionRow,
  groupInput,
  groupManaged,
  groupRow,
} from './club.ts'
import type { mergeAnswer, sessionTold, texts } from './fields.ts'
import type {
  cityInput,
  cityManaged,
  cityRow,
  districtInput,
  districtManaged,
  districtRow,
  organisationInput,
  organisationManaged,
  organisationRow,
} from './organisation.ts'
import type { programInput, programManaged, programRow } from './program.ts'
import type { projectInput, projectManaged, projectRow } from './project.ts'
import type { closureInput, closureManaged, roomInput, roomManaged, venueInput, venueManaged, venueRow } from './venue.ts'

/** What the panel sends and gets about what is managed, as types: only forms load the schemas. */
export type Texts = Answer<typeof texts>
export type MergeView = Answer<typeof mergeAnswer>
export type SessionTold = Answer<typeof sessionTold>
export type Choices = Answer<typeof choicesAnswer>

export type CityInput = Answer<typeof cityInput>
export type CityManaged = Answer<typeof cityManaged>
export type CityRow = Answer<typeof cityRow>
export type DistrictInput = Answer<typeof districtInput>
export type DistrictManaged = Answer<typeof districtManaged>
export type DistrictRow = Answer<typeof districtRow>
export type OrganisationInput = Answer<typeof organisationInput>
export type OrganisationManaged = Answer<typeof organisationManaged>
export type OrganisationRow = Answer<typeof organisationRow>

export type VenueInput = Answer<typeof venueInput>
export type VenueManaged = Answer<typeof venueManaged>
export type VenueRow = Answer<typeof venueRow>
export type RoomInput = Answer<typeof roomInput>
export type RoomManaged = Answer<typeof roomManaged>
export type ClosureInput = Answer<typeof closureInput>
export type ClosureManaged = Answer<typeof closureManaged>

export type ProjectInput = Answer<typeof projectInput>
export type ProjectManaged = Answer<typeof projectManaged>
export type ProjectRow = Answer<typeof projectRow>

export type ProgramInput = Answer<typeof programInput>
export type ProgramManaged = Answer<typeof programManaged>
export type ProgramRow = Answer<typeof programRow>

export type ClubInput = Answer<typeof clubInput>
export type ClubManaged = Answer<typeof clubManaged>
export type ClubRow = Answer<typeof clubRow>
export type EditionInput = Answer<typeof editionInput>
export type EditionManaged = Answer<typeof editionManaged>
export type EditionRow = Answer<typeof editionRow>
export type GroupInput = Answer<typeof groupInput>
export type GroupManaged = Answer<typeof groupManaged>
export type GroupRow = Answer<typeof groupRow>
