import type { Router } from 'express'
import { cityInput, districtInput, organisationInput } from '#shared/contract/manage/organisation.ts'
import type {
  CityManaged,
  CityRow,
  DistrictManaged,
  DistrictRow,
  OrganisationManaged,
  OrganisationRow,
} from '#shared/contract/manage/views.ts'
import { api } from '#shared/contract/paths.ts'
import { reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { addManaged, type Managed } from '../../http/managed.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentCityManaged, presentDistrictManaged, presentOrganisation, presentOrganisationManaged } from './present.ts'
import {
  findOrganisation,
  listCities,
  listDistricts,
  listOrganisations,
  readCity,
  readDistrict,
  readOrganisation,
  type SessionsSeen,
} from './repository.ts'
import {
  archiveCity,
  archiveDistrict,
  archiveOrganisation,
  changeCity,
  changeDistrict,
  changeOrganisation,
  createCity,
  createDistrict,
  createOrganisation,
  mergeDistricts,
  mergeOrganisations,
} from './service.ts'

/** What routes that manage nouns are made of; `sessionsSeen` says whose sessions somebody may know by title. */
export type ManageParts = {
  readonly database: Database
  readonly write: Write
  readonly clock: Clock
  readonly sessionsSeen: (reach: Reach) => SessionsSeen
}

export function organisationRoutes(parts: ManageParts): Router {
  const { database } = parts
  const router = strictRouter()
  router.get(api.organisation(':slug'), async (req, res) => {
    const language = languageOf(req)
    const organisation = found(await findOrganisation(database, slugOfPath(req)))
    answer(res, presentOrganisation(organisation, language))
  })
  addManaged(router, managedCities(parts), parts)
  addManaged(router, managedDistricts(parts), parts)
  addManaged(router, managedOrganisations(parts), parts)
  return router
}

/** Where somebody may change what belongs to nobody: everywhere or nowhere. */
const managesAll = (actor: Actor): boolean => reachOf(actor, 'manage').everywhere
export const seenBy = ({ sessionsSeen }: ManageParts, actor: Actor): SessionsSeen => sessionsSeen(reachOf(actor, 'see-sensitive'))

const managedCities = (parts: ManageParts): Managed<typeof cityInput.shape, CityManaged> => {
  const { prisma } = parts.database
  return {
    address: api.managed.cities,
    input: cityInput,
    list: async (actor, query) =>
      (await listCities(prisma, query)).map((row): CityRow => {
        const { id, name, archived, sample, mayChange, voivodeship } = presentCityManaged(row, row.id, managesAll(actor))
        return { id, name, archived, sample, mayChange, voivodeship, districts: row.districts.map((one) => one.name) }
      }),
    read: async (actor, id) => {
      const row = await readCity(prisma, id)
      return row && presentCityManaged(row, id, managesAll(actor))
    },
    mayCreate: managesAll,
    create: (write, _actor, input) => createCity(write, input),
    change: (write, _actor, edited, input) => changeCity(write, edited, input),
    archive: (write, actor, edited, at) => archiveCity(write, edited, at, seenBy(parts, actor)),
  }
}

const managedDistricts = (parts: ManageParts): Managed<typeof districtInput.shape, DistrictManaged> => {
  const { prisma } = parts.database
  return {
    address: api.managed.districts,
    input: districtInput,
    list: async (actor, query) =>
      (await listDistricts(prisma, query)).map((row): DistrictRow => {
        const { id, name, archived, sample, mayChange } = presentDistrictManaged(row, row.id, managesAll(actor))
        return { id, name, archived, sample, mayChange, city: row.municipality.name }
      }),
    read: async (actor, id) => {
      const row = await readDistrict(prisma, id)
      return row && presentDistrictManaged(row, id, managesAll(actor))
    },
    mayCreate: managesAll,
    create: (write, _actor, input) => createDistrict(write, input),
    change: (write, _actor, edited, input) => changeDistrict(write, edited, input),
    archive: (write, actor, edited, at) => archiveDistrict(write, edited, at, seenBy(parts, actor)),
    merge: (write, _actor, fromId, intoId, rehearse) => mergeDistricts(write, fromId, intoId, rehearse),
  }
}

/** An organisation's own coordinators keep its words and address; making and merging is for administrators of everything. */
const managedOrganisations = (parts: ManageParts): Managed<typeof organisationInput.shape, OrganisationManaged> => {
  const { prisma } = parts.database
  const manages = (actor: Actor, id: string): boolean => {
    const { everywhere, organisations } = reachOf(actor, 'manage')
    return everywhere || organisations.includes(id)
  }
  return {
    address: api.managed.organisations,
    input: organisationInput,
    list: async (actor, query) =>
      (await listOrganisations(prisma, query, reachOf(actor, 'see'))).map((row): OrganisationRow => {
        const managed = presentOrganisationManaged(row, row.id, manages(actor, row.id))
        const { id, name, archived, sample, mayChange, kind } = managed
        return { id, name, archived, sample, mayChange, kind, city: row.municipality?.name ?? null }
      }),
    read: async (actor, id) => {
      const row = await readOrganisation(prisma, id, reachOf(actor, 'see'))
      return row && presentOrganisationManaged(row, id, manages(actor, id))
    },
    mayCreate: managesAll,
    create: (write, _actor, input) => createOrganisation(write, input),
    change: (write, _actor, edited, input) => changeOrganisation(write, edited, input),
    archive: (write, actor, edited, at) => archiveOrganisation(write, edited, at, seenBy(parts, actor)),
    mayMerge: managesAll,
    merge: (write, _actor, fromId, intoId, rehearse) => mergeOrganisations(write, fromId, intoId, rehearse),
  }
}
