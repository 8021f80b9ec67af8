import type { Router } from 'express'
import { fetchInput, importApply, importChoices } from '#shared/contract/import.ts'
import { importApi } from '#shared/contract/paths.ts'
import { NotFoundError, UnsupportedMediaTypeError, InvalidRequestError } from '../../errors.ts'
import { refuseParameters } from '../../http/json-answer.ts'
import { readJsonOf } from '../../http/json-body.ts'
import { readBytes } from '../../http/raw-body.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { isSessionId } from '../sessions/rules.ts'
import { importLimits } from './limits.ts'
import { FileTooLargeError } from './rules.ts'
import type { ImportService } from './service.ts'

/** Decisions about 2,000 rows are longer than other bodies. */
const readChoices = readJsonOf('2mb')
const readAddress = readJsonOf('10kb')

export function importRoutes(imports: ImportService): Router {
  const router = strictRouter()

  router.post(importApi.readings, async (req, res) => {
    const { name } = nameOf(req.query)
    if (!req.is('application/octet-stream')) throw new UnsupportedMediaTypeError()
    const bytes = await readBytes(req, importLimits.fileBytes, importLimits.drainedBytes)
    if (bytes === null) throw new FileTooLargeError(importLimits.fileBytes)
    res.status(201).json(await imports.receive(actorOf(req), { name, url: null, bytes }))
  })

  router.post(importApi.fetched, ...readAddress, async (req, res) => {
    refuseParameters(req)
    const { url, sourceId } = fetchInput.parse(req.body)
    res.status(201).json(await imports.receiveFrom(actorOf(req), url, sourceId))
  })

  router.post(importApi.plan(':id'), ...readChoices, async (req, res) => {
    refuseParameters(req)
    res.json(await imports.plan(actorOf(req), idOf(req.params['id']), importChoices.parse(req.body)))
  })

  router.post(importApi.apply(':id'), ...readChoices, async (req, res) => {
    refuseParameters(req)
    const choices = importApply.parse(req.body)
    res.json(await imports.apply(actorOf(req), idOf(req.params['id']), choices, byOf(req, 'import')))
  })

  router.get(importApi.sources, async (req, res) => {
    refuseParameters(req)
    res.json(await imports.sources(actorOf(req)))
  })

  router.post(importApi.checkSource(':id'), async (req, res) => {
    refuseParameters(req)
    res.status(201).json(await imports.checkSource(actorOf(req), idOf(req.params['id'])))
  })

  router.get(importApi.targets, async (req, res) => {
    refuseParameters(req)
    res.json(await imports.targets(actorOf(req)))
  })

  return router
}

function idOf(id: unknown): string {
  const text = String(id)
  if (!isSessionId(text)) throw new NotFoundError()
  return text
}

/** The file's name, as its owner calls it: told, never trusted. */
function nameOf(query: Readonly<Record<string, unknown>>): { readonly name: string } {
  const { name = '', ...others } = query
  const issues = Object.keys(others).map((other) => ({ name: other.slice(0, 60), value: '', expected: 'no parameter but name' }))
  if (typeof name !== 'string') issues.push({ name: 'name', value: '', expected: 'to be given once' })
  if (issues.length > 0) throw new InvalidRequestError(issues)
  return { name: String(name).replaceAll(/\p{C}/gu, '').trim().slice(0, 120) }
}
