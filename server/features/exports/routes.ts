import { pipeline } from 'node:stream/promises'
import type { Response, Router } from 'express'
import { textsQuery } from '#shared/contract/call.ts'
import { exportQuery } from '#shared/contract/export.ts'
import { callApi, deskApi } from '#shared/contract/panel-paths.ts'
import { exportApi } from '#shared/contract/paths.ts'
import type { PlanQuery } from '#shared/contract/plan.ts'
import type { Database } from '../../db/client.ts'
import { idOfPath, languageOf } from '../../http/json-answer.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { ReachService } from '../notices/reach-service.ts'
import type { StaffSignUpService } from '../sign-ups/staff-service.ts'
import { attendanceExportService } from './attendance-service.ts'
import { peopleExportService } from './people-service.ts'
import { exportService } from './service.ts'
import { textsCsv } from './texts-present.ts'

export function exportRoutes(database: Pick<Database, 'prisma'>): Router {
  const router = strictRouter()
  const exports = exportService(database)

  router.get(exportApi.csv, async (req, res) => {
    const query = exportQuery.parse(req.query)
    await stream(res, exports.csv(actorOf(req), query), fileName(query, 'csv'))
  })

  router.get(exportApi.xlsx, async (req, res) => {
    const query = exportQuery.parse(req.query)
    const file = await exports.xlsx(actorOf(req), query)
    headers(res, spreadsheet, fileName(query, 'xlsx'))
    res.end(file)
  })

  const attendance = attendanceExportService(database)
  router.get(exportApi.attendanceCsv, async (req, res) => {
    const actor = actorOf(req)
    attendance.mayTake(actor)
    const query = exportQuery.parse(req.query)
    await stream(res, attendance.csv(actor, query), fileName(query, 'csv', 'obecnosc'))
  })

  router.get(exportApi.attendanceXlsx, async (req, res) => {
    const actor = actorOf(req)
    attendance.mayTake(actor)
    const query = exportQuery.parse(req.query)
    const file = await attendance.xlsx(actor, query)
    headers(res, spreadsheet, fileName(query, 'xlsx', 'obecnosc'))
    res.end(file)
  })

  return router
}

/**
 * Sends a CSV file as fast as it is taken and no faster. Its first lines are made before the answer begins, so that a refusal is one; who leaves
 * ends the work.
 */
async function stream(res: Response, pieces: AsyncGenerator<string>, name: string): Promise<void> {
  const [head, first] = [await pieces.next(), await pieces.next()]
  headers(res, 'text/csv; charset=utf-8', name)
  async function* file(): AsyncGenerator<string> {
    yield `${head.value ?? ''}${first.value ?? ''}`
    yield* pieces
  }
  await pipeline(file, res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

/** The people of one session, for whoever plans it. */
export function peopleExportRoutes(staff: StaffSignUpService): Router {
  const router = strictRouter()
  const people = peopleExportService(staff)

  router.get(deskApi.peopleCsv(':id'), async (req, res) => {
    const file = await people.csv(actorOf(req), idOfPath(req), languageOf(req))
    headers(res, 'text/csv; charset=utf-8', 'lista.csv')
    res.end(file)
  })

  router.get(deskApi.peopleXlsx(':id'), async (req, res) => {
    const file = await people.xlsx(actorOf(req), idOfPath(req), languageOf(req))
    headers(res, spreadsheet, 'lista.xlsx')
    res.end(file)
  })

  return router
}

/** What the office's gateway sends to people who don't know yet. */
export function textsExportRoutes(reach: Pick<ReachService, 'texts'>): Router {
  const router = strictRouter()

  router.get(callApi.texts, async (req, res) => {
    const actor = actorOf(req)
    const { session = null, lang = 'pl' } = textsQuery.parse(req.query)
    const file = textsCsv(await reach.texts(actor, session), lang)
    headers(res, 'text/csv; charset=utf-8', 'sms.csv')
    res.end(file)
  })

  return router
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Made of days alone: nothing that somebody typed is in a file's name. */
const fileName = ({ from, to }: PlanQuery, kind: string, what = 'plan'): string => `${what}-${from}-${to}.${kind}`

function headers(res: Response, type: string, name: string): void {
  res.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })
}
