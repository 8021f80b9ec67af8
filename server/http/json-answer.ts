import type { Request, Response } from 'express'
import { languages, type Language } from '#shared/contract/kinds.ts'
import { isSlugShaped } from '#shared/contract/selection.ts'
import { InvalidRequestError, NotFoundError } from '../errors.ts'

/**
 * The language of an answer: `?lang=`, Polish without it. No other parameter is known to the JSON about one thing.
 *
 * @throws {InvalidRequestError} naming every parameter that is wrong
 */
export function languageOf(req: Request): Language {
  const issues = Object.entries(req.query).flatMap(([name, value]) => issuesOf(name, value))
  if (issues.length > 0) throw new InvalidRequestError(issues)
  return languages.find((code) => code === req.query['lang']) ?? 'pl'
}

/** @throws {InvalidRequestError} when there is any parameter at all */
export function refuseParameters(req: Request): void {
  const issues = Object.entries(req.query).map(([name, value]) => ({
    name: short(name),
    value: short(String(value)),
    expected: 'no parameter',
  }))
  if (issues.length > 0) throw new InvalidRequestError(issues)
}

function issuesOf(name: string, value: unknown) {
  if (name !== 'lang') return [{ name: short(name), value: short(String(value)), expected: 'no parameter but lang' }]
  if (Array.isArray(value)) return [{ name, value: short(value.join(', ')), expected: 'to be given once' }]
  if (languages.some((code) => code === value)) return []
  return [{ name, value: short(String(value)), expected: `one of ${languages.join(', ')}` }]
}

/** The slug in an address; what can't be one is not there, without asking the database. */
export function slugOfPath(req: Request): string {
  const slug = String(req.params['slug'])
  if (!isSlugShaped(slug)) throw new NotFoundError()
  return slug
}

/** The id in an address, whatever it looks like. */
export const idOfPath = (req: Request): string => String(req.params['id'])

/** What was found, or the 404 that says nothing about what else there might be. */
export function found<T>(thing: T | null): T {
  if (thing === null) throw new NotFoundError()
  return thing
}

/** Answers with JSON that a browser keeps and asks about: an ETag, and 304 when nothing changed. */
export function answer(res: Response, body: unknown): void {
  res.set('Cache-Control', 'no-cache').json(body)
}

const short = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value)
