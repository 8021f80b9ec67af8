import type { RequestHandler } from 'express'
import { collections } from '#shared/contract/selection.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import { isDatabaseAway } from '../db/database-away.ts'
import { MethodNotAllowedError, NotFoundError } from '../errors.ts'
import type { ClientFiles } from './client-files.ts'

/** What a page is about; whether that exists is asked of the database. */
export type PageSubject =
  | { readonly kind: 'fixed' }
  /** Anything in the organisers' area: what is there is asked by the area itself, of whoever is signed in. */
  | { readonly kind: 'panel' }
  | { readonly kind: 'session'; readonly id: string }
  /** Behind a link of its own: told to nobody, kept by nobody. */
  | { readonly kind: 'manage'; readonly token: string }
  | { readonly kind: 'door'; readonly token: string }
  | {
      readonly kind: 'city' | 'organisations' | 'projects' | 'programs' | 'clubs' | 'districts' | 'venues' | 'series'
      readonly slug: string
    }

export type PageExists = (subject: PageSubject) => Promise<boolean>

/** Pages that are always there: all that have one address. */
const fixed: readonly unknown[] = Object.values(pages).filter((page) => typeof page === 'string' && page !== pages.panel)
const slug = '([a-z0-9]+(?:-[a-z0-9]+)*)'
const withPage = collections.filter((name) => name !== 'cities' && name !== 'audiences' && name !== 'kinds')
const collectionPath = new RegExp(`^/(${withPage.join('|')})/${slug}$`)
const cityPath = new RegExp(`^/${slug}$`)
const sessionPath = /^\/sessions\/([\w-]{1,100})$/
const tokenPath = /^\/(manage|door)\/([\w-]{1,100})$/

/** Splits the language off a page's path: `/uk/week` -> Ukrainian, `/week`. Polish has no prefix. */
export function splitLanguage(path: string): { readonly language: Language; readonly rest: string } {
  const match = /^\/(en|uk)(\/.*)?$/.exec(path)
  return match ? { language: match[1] as Language, rest: match[2] ?? '/' } : { language: 'pl', rest: path }
}

/** What the page at a path (without its language) is about, or null when no page has such an address. */
export function readPagePath(path: string): PageSubject | null {
  if (fixed.includes(path)) return { kind: 'fixed' }
  if (path === pages.panel || path.startsWith(`${pages.panel}/`)) return { kind: 'panel' }
  const session = sessionPath.exec(path)?.[1]
  if (session) return { kind: 'session', id: session }
  const [, behind, token] = tokenPath.exec(path) ?? []
  if (token) return behind === 'door' ? { kind: 'door', token } : { kind: 'manage', token }
  const [, collection, name] = collectionPath.exec(path) ?? []
  if (collection && name) return { kind: collection as (typeof withPage)[number], slug: name }
  const city = cityPath.exec(path)?.[1]
  return city ? { kind: 'city', slug: city } : null
}

/**
 * Answers every page with the client's one document, in the language of its path. A page that doesn't exist is the same
 * document with status 404: the client then says so in the reader's language.
 */
export function pageRoutes(files: ClientFiles, exists: PageExists): RequestHandler {
  const document = files.get('/index.html')?.forms.identity?.bytes.toString('utf8')
  return async (req, res, next) => {
    if (/^\/(?:api|feeds|assets)(?:\/|$)/.test(req.path) || document === undefined) return next(new NotFoundError())
    if (req.method !== 'GET' && req.method !== 'HEAD') return next(new MethodNotAllowedError(['GET', 'HEAD']))
    const { language, rest } = splitLanguage(req.path)
    const subject = readPagePath(rest)
    const found = subject !== null && (await existsOrUnknown(exists, subject))
    const hasToken = subject?.kind === 'manage' || subject?.kind === 'door'
    const isPrivate = subject?.kind === 'panel' || hasToken
    if (hasToken) res.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' })
    res
      .status(found ? 200 : 404)
      .set('Cache-Control', isPrivate ? 'no-store' : 'no-cache')
      .set('Content-Language', language)
      .type('html')
      .send(document.replace(/<html lang="[^"]*"/, `<html lang="${language}"`))
  }
}

/** Without the database nobody knows: the page then opens and says that itself. */
async function existsOrUnknown(exists: PageExists, subject: PageSubject): Promise<boolean> {
  try {
    return await exists(subject)
  } catch (error) {
    if (isDatabaseAway(error)) return true
    throw error
  }
}
