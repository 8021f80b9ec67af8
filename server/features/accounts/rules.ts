import { randomInt } from 'node:crypto'

/** How long a link or a code in a mail lets somebody in. */
export const mailGoodForSeconds = 600

/** In characters, both inside. */
export const passwordLength = { least: 12, most: 128 } as const

/**
 * What is wrong with a new password, or null. Length is what counts; beside it only what a guesser tries first is refused.
 *
 * @param own - words that belong to the person, such as name and e-mail
 */
export function passwordFault(password: string, own: readonly string[]): string | null {
  const length = [...password].length
  if (length < passwordLength.least) return `at least ${passwordLength.least} characters`
  if (length > passwordLength.most) return `at most ${passwordLength.most} characters`
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5) return 'at least 5 different characters'
  const rest = [...own.flatMap(wordsOf), ...guessedFirst].reduce((text, word) => text.replaceAll(word, ''), plain)
  return rest.length < 6 ? 'more than names and words that are guessed first' : null
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)

const guessedFirst = [
  'podwórko',
  'podworko',
  'password',
  'haslo',
  'hasło',
  'qwertyuiop',
  'qwerty',
  'zaq12wsx',
  '1234567890',
  '123456789',
  '12345678',
  '123456',
  '12345',
  '1234',
  'abcdef',
  'admin',
  'polska',
]

const syllables =
  'ba be bo bu da de do du fa fo ga go gu ha he ka ke ko ku la le lo lu ma me mo mu na ne no nu pa pe po pu ra re ro ru sa se so su ta te to tu wa we wo za ze zo'.split(
    ' ',
  )

/** Made for a person to type once: four words of four syllables, 85 bits. */
export function generatePassword(): string {
  const word = () => Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]).join('')
  return Array.from({ length: 4 }, word).join('-')
}

type Device = {
  readonly system: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other'
  readonly browser: 'firefox' | 'chrome' | 'edge' | 'safari' | 'opera' | 'other'
}

/** First that fits: browsers name those that they resemble. */
const systems: readonly (readonly [RegExp, Device['system']])[] = [
  [/iPhone|iPad|iPod/, 'ios'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'macos'],
  [/Linux|X11|CrOS/, 'linux'],
]
const browsers: readonly (readonly [RegExp, Device['browser']])[] = [
  [/OPR\/|Opera/, 'opera'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS/, 'firefox'],
  [/Chrome\/|CriOS/, 'chrome'],
  [/Safari\//, 'safari'],
]

/** The device as a person would name it; versions and models are nobody's business. */
export const deviceOf = (userAgent: string): Device => ({
  system: systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other',
  browser: browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other',
})
