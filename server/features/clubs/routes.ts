import type { Router } from 'express'
import { clubInput, editionInput, groupInput } from '#shared/contract/manage/club.ts'
import type { ClubManaged, ClubRow, EditionManaged, EditionRow, GroupManaged, GroupRow } from '#shared/contract/manage/views.ts'
import { api } from '#shared/contract/paths.ts'
import { reachOf, type Actor } from '../../actor.ts'
import { titleIn } from '../../db/columns.ts'
import { answer, found, languageOf, refuseParameters, slugOfPath } from '../../http/json-answer.ts'
import { addManaged, type Managed } from '../../http/managed.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { seenBy, type ManageParts } from '../organisations/routes.ts'
import { isProgramIn } from '../programs/repository.ts'
import { presentChoices, presentClub, presentClubManaged, presentEditionManaged, presentGroupManaged } from './present.ts'
import {
  findChoices,
  findClub,
  isClubIn,
  listClubs,
  listEditions,
  listGroups,
  readClub,
  readEdition,
  readGroup,
} from './repository.ts'
import {
  archiveInProgram,
  changeClub,
  changeEdition,
  changeGroup,
  createClub,
  createEdition,
  createGroup,
  mergeClubs,
} from './service.ts'

export function clubRoutes(parts: ManageParts): Router {
  const { database, clock } = parts
  const router = strictRouter()
  router.get(api.club(':slug'), async (req, res) => {
    const language = languageOf(req)
    const club = found(await findClub(database, slugOfPath(req), clock()))
    answer(res, presentClub(club, language))
  })
  router.get(api.managed.choices, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    const reaches = { plan: reachOf(actor, 'plan'), manage: manage(actor) }
    res.set('Cache-Control', 'no-store').json(presentChoices(await findChoices(database.prisma, reaches)))
  })
  addManaged(router, managedClubs(parts), parts)
  addManaged(router, managedEditions(parts), parts)
  addManaged(router, managedGroups(parts), parts)
  return router
}

const manage = (actor: Actor) => reachOf(actor, 'manage')
const see = (actor: Actor) => reachOf(actor, 'see')

/** Who manages some program may add to it; in which one is checked when it is. */
const managesPrograms = (actor: Actor): boolean => {
  const { everywhere, organisations, programs } = manage(actor)
  return everywhere || organisations.length + programs.length > 0
}

const managedClubs = (parts: ManageParts): Managed<typeof clubInput.shape, ClubManaged> => {
  const { prisma } = parts.database
  return {
    address: api.managed.clubs,
    input: clubInput,
    list: async (actor, query) =>
      (await listClubs(prisma, query, see(actor), manage(actor))).map((row): ClubRow => {
        const { id, name, programId, mayChange } = row
        const state = { archived: row.archivedAt !== null, sample: row.isSample }
        return {
          id,
          name,
          programId,
          mayChange,
          ...state,
          program: row.program.name,
        }
      }),
    read: async (actor, id) => {
      const row = await readClub(prisma, id, see(actor))
      return row && presentClubManaged(row, id, await isClubIn(prisma, id, manage(actor)))
    },
    mayCreate: managesPrograms,
    create: (write, actor, input) => createClub(write, input, manage(actor)),
    change: (write, actor, edited, input) => changeClub(write, edited, input, manage(actor)),
    archive: (write, actor, edited, at) => archiveInProgram(write, 'Club', edited, at, seenBy(parts, actor)),
    merge: (write, _actor, fromId, intoId, rehearse) => mergeClubs(write, fromId, intoId, rehearse),
  }
}

/** What editions and groups say in a list: their name in Polish, and their program. */
const rowInProgram = (row: Awaited<ReturnType<typeof listGroups>>[number]): GroupRow & EditionRow => ({
  id: row.id,
  name: titleIn(row.name, 'pl').text,
  archived: row.archivedAt !== null,
  sample: row.program.isSample,
  mayChange: row.mayChange,
  program: row.program.name,
  programId: row.programId,
})

const managedEditions = (parts: ManageParts): Managed<typeof editionInput.shape, EditionManaged> => {
  const { prisma } = parts.database
  return {
    address: api.managed.editions,
    input: editionInput,
    list: async (actor, query) => (await listEditions(prisma, query, see(actor), manage(actor))).map(rowInProgram),
    read: async (actor, id) => {
      const row = await readEdition(prisma, id, see(actor))
      return row && presentEditionManaged(row, id, await isProgramIn(prisma, row.programId, manage(actor)))
    },
    mayCreate: managesPrograms,
    create: (write, actor, input) => createEdition(write, input, manage(actor)),
    change: (write, _actor, edited, input) => changeEdition(write, edited, input),
    archive: (write, actor, edited, at) => archiveInProgram(write, 'Edition', edited, at, seenBy(parts, actor)),
  }
}

const managedGroups = (parts: ManageParts): Managed<typeof groupInput.shape, GroupManaged> => {
  const { prisma } = parts.database
  return {
    address: api.managed.groups,
    input: groupInput,
    list: async (actor, query) => (await listGroups(prisma, query, see(actor), manage(actor))).map(rowInProgram),
    read: async (actor, id) => {
      const row = await readGroup(prisma, id, see(actor))
      return row && presentGroupManaged(row, id, await isProgramIn(prisma, row.programId, manage(actor)))
    },
    mayCreate: managesPrograms,
    create: (write, actor, input) => createGroup(write, input, manage(actor)),
    change: (write, _actor, edited, input) => changeGroup(write, edited, input),
    archive: (write, actor, edited, at) => archiveInProgram(write, 'Group', edited, at, seenBy(parts, actor)),
  }
}
