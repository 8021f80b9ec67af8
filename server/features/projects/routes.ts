import type { Router } from 'express'
import { projectInput } from '#shared/contract/manage/project.ts'
import type { ProjectManaged, ProjectRow } from '#shared/contract/manage/views.ts'
import { api } from '#shared/contract/paths.ts'
import { reachOf, type Actor } from '../../actor.ts'
import { dayOf } from '../../db/columns.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { addManaged, type Managed } from '../../http/managed.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { seenBy, type ManageParts } from '../organisations/routes.ts'
import { todayAt } from '../organisations/rules.ts'
import { presentProject, presentProjectManaged } from './present.ts'
import { findProject, isProjectIn, listProjects, readProject } from './repository.ts'
import { archiveProject, changeProject, createProject } from './service.ts'

export function projectRoutes(parts: ManageParts): Router {
  const { database, clock } = parts
  const router = strictRouter()
  router.get(api.project(':slug'), async (req, res) => {
    const language = languageOf(req)
    const project = found(await findProject(database, slugOfPath(req)))
    answer(res, presentProject(project, language, todayAt(clock())))
  })
  addManaged(router, managedProjects(parts), parts)
  return router
}

const managedProjects = (parts: ManageParts): Managed<typeof projectInput.shape, ProjectManaged> => {
  const { prisma } = parts.database
  const manage = (actor: Actor) => reachOf(actor, 'manage')
  return {
    address: api.managed.projects,
    input: projectInput,
    list: async (actor, query) =>
      (await listProjects(prisma, query, { see: reachOf(actor, 'see'), manage: manage(actor) })).map((row): ProjectRow => {
        const { id, name, mayChange, datesExact } = row
        return {
          id,
          name,
          mayChange,
          datesExact,
          archived: row.archivedAt !== null,
          sample: row.isSample,
          city: row.municipality?.name ?? null,
          startsOn: dayOf(row.startsOn),
          endsOn: dayOf(row.endsOn),
          parts: row.counts.parts,
        }
      }),
    read: async (actor, id) => {
      const row = await readProject(prisma, id, reachOf(actor, 'see'))
      if (!row) return null
      const mayChange = await isProjectIn(prisma, id, manage(actor))
      const mayReadNote = mayChange || (await isProjectIn(prisma, id, reachOf(actor, 'audit')))
      return presentProjectManaged(row, id, { mayChange, mayReadNote })
    },
    mayCreate: (actor) => manage(actor).everywhere || manage(actor).organisations.length > 0,
    create: (write, actor, input) => createProject(write, input, manage(actor)),
    change: (write, actor, edited, input) => changeProject(write, edited, input, manage(actor)),
    archive: (write, actor, edited, at) => archiveProject(write, edited, at, seenBy(parts, actor)),
  }
}
