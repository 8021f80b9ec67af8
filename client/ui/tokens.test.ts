import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const read = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
const schemes = { light: read(light), dark: new Map([...read(light), ...read(dark)]) }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const texts: readonly (readonly [text: string, ground: string])[] = [
  ...['soot', 'ash', 'brick-deep', 'window-text', 'yard-text', 'sky-text'].flatMap((text) =>
    ['linen', 'paper'].map((ground) => [text, ground] as const),
  ),
  ['window-text', 'window-soft'],
  ['yard-text', 'yard-soft'],
  ['sky-text', 'sky-soft'],
  ['soot', 'window-soft'],
  ['soot', 'yard-soft'],
  ['soot', 'sky-soft'],
  ['soot', 'sun-soft'],
  ['on-sun', 'sun'],
  ['on-brick', 'brick'],
  ['on-side', 'side'],
  ['on-side-quiet', 'side'],
]
const lines: readonly (readonly [line: string, ground: string])[] = ['window', 'sky', 'yard', 'soot', 'sun-line'].map((line) => [
  line,
  'linen',
])

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  const colour = (name: string): string => {
    const value = schemes[scheme].get(name)
    if (!value) throw new Error(`tokens.css has no --${name}`)
    return value
  }

  it.each(texts)('%s on %s reads at 7:1 or better', (text, ground) =>
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7),
  )

  it.each(lines)('the line %s shows on %s at 3:1 or better', (line, ground) =>
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3),
  )
})
