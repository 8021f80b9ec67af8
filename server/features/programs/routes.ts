import type { Router } from 'express'
import { programInput } from '#shared/contract/manage/program.ts'
import type { ProgramManaged, ProgramRow } from '#shared/contract/manage/views.ts'
import { api } from '#shared/contract/paths.ts'
import { reachOf, type Actor } from '../../actor.ts'
import { dayOrNull } from '../../db/columns.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { addManaged, type Managed } from '../../http/managed.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { seenBy, type ManageParts } from '../organisations/routes.ts'
import { todayAt } from '../organisations/rules.ts'
import { inProgram, presentProgram, presentProgramManaged } from './present.ts'
import { findProgram, isProgramIn, listPrograms, readProgram } from './repository.ts'
import { archiveProgram, changeProgram, createProgram } from './service.ts'

export function programRoutes(parts: ManageParts): Router {
  const { database, clock } = parts
  const router = strictRouter()
  router.get(api.program(':slug'), async (req, res) => {
    const language = languageOf(req)
    const program = found(await findProgram(database, slugOfPath(req)))
    answer(res, presentProgram(program, language, todayAt(clock())))
  })
  addManaged(router, managedPrograms(parts), parts)
  return router
}

const managedPrograms = (parts: ManageParts): Managed<typeof programInput.shape, ProgramManaged> => {
  const { prisma } = parts.database
  const manage = (actor: Actor) => reachOf(actor, 'manage')
  return {
    address: api.managed.programs,
    input: programInput,
    list: async (actor, query) =>
      (await listPrograms(prisma, query, { see: reachOf(actor, 'see'), manage: manage(actor) })).map((row): ProgramRow => {
        const { id, name, mayChange } = row
        return {
          id,
          name,
          mayChange,
          archived: row.archivedAt !== null,
          sample: row.isSample,
          city: row.municipality.name,
          operator: row.operator?.name ?? null,
          startsOn: dayOrNull(row.startsOn),
          endsOn: dayOrNull(row.endsOn),
          clubs: row.clubs.map(inProgram),
          editions: row.counts.editions,
          groups: row.counts.groups,
        }
      }),
    read: async (actor, id) => {
      const row = await readProgram(prisma, id, reachOf(actor, 'see'))
      return row && presentProgramManaged(row, id, await isProgramIn(prisma, id, manage(actor)))
    },
    mayCreate: (actor) => manage(actor).everywhere || manage(actor).organisations.length > 0,
    create: (write, actor, input) => createProgram(write, input, manage(actor)),
    change: (write, actor, edited, input) => changeProgram(write, edited, input, manage(actor)),
    archive: (write, actor, edited, at) => archiveProgram(write, edited, at, seenBy(parts, actor)),
  }
}
