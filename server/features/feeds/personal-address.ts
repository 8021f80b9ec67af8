import { createHash, randomBytes } from 'node:crypto'
import { languages, type Language } from '#shared/contract/kinds.ts'
import { InvalidRequestError } from '../../errors.ts'

const personal = /^\/feeds\/personal\/([A-Za-z0-9_-]{43})\.ics$/

/** 32 random bytes: nobody guesses it. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token, and looked for: finding it takes as long whatever of it is right. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export type PersonalAddress = {
  readonly tokenHash: string
  readonly language: Language
  /** `title` for programs that hide what is cancelled (mechanics 12). */
  readonly cancelled: 'mark' | 'title'
}

/**
 * Reads the address of a private calendar; null when it can't be one, which answers as one that isn't there.
 *
 * @throws {InvalidRequestError} for a strange parameter, whether or not there is such a calendar
 */
export function readPersonalAddress(url: string): PersonalAddress | null {
  const [path = '', query = ''] = url.split('?', 2)
  const token = personal.exec(path)?.[1]
  if (token === undefined) return null
  const parameters = [...new URLSearchParams(query)]
  const language = languages.find((code) => parameters.some(([name, value]) => name === 'lang' && value === code))
  const titled = parameters.some(([name, value]) => name === 'cancelled' && value === 'title')
  if (parameters.length > (language ? 1 : 0) + (titled ? 1 : 0))
    throw new InvalidRequestError([
      {
        name: 'query',
        value: query.slice(0, 60),
        expected: `nothing but lang, one of ${languages.join(', ')}, and cancelled=title, each once`,
      },
    ])
  return { tokenHash: hashOfToken(token), language: language ?? 'pl', cancelled: titled ? 'title' : 'mark' }
}
