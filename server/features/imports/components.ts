import ICAL from 'ical.js'
import type { ContentLine } from './content-lines.ts'

/** A property as ical.js reads it (jCal, RFC 7265), with its values unescaped. */
export type Property = {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly type: string
  readonly values: readonly unknown[]
}

/** A component of a calendar file; `line` is where it begins. */
export type Component = {
  readonly name: string
  readonly line: number
  readonly properties: readonly Property[]
  readonly parts: readonly Component[]
}

export type Garbage = { readonly line: number; readonly text: string }

type Open = { name: string; line: number; properties: Property[]; parts: Component[] }

/**
 * Builds the components of a file line by line, so that one bad line costs itself and no more. What is left open at the end of
 * the file counts as ended there.
 */
export function readComponents(lines: readonly ContentLine[]): {
  readonly components: readonly Component[]
  readonly garbage: readonly Garbage[]
} {
  const root: Open = { name: '', line: 0, properties: [], parts: [] }
  const open: Open[] = [root]
  const garbage: Garbage[] = []
  const close = () => {
    const closed = open.pop()
    if (closed) open.at(-1)?.parts.push(closed)
  }
  for (const { line, text } of lines) {
    const border = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(text)
    const name = border?.[2]?.toUpperCase() ?? ''
    if (border?.[1]?.toUpperCase() === 'BEGIN') {
      if (open.length > 8) garbage.push({ line, text: text.slice(0, 80) })
      else open.push({ name, line, properties: [], parts: [] })
    } else if (border) {
      const known = open.findLastIndex((one) => one.name === name)
      if (known < 1) garbage.push({ line, text: text.slice(0, 80) })
      else while (open.length > known) close()
    } else {
      const property = readProperty(text)
      if (property && open.length > 1) open.at(-1)?.properties.push(property)
      else garbage.push({ line, text: text.slice(0, 80) })
    }
  }
  while (open.length > 1) close()
  return { components: root.parts, garbage }
}

/** Names whose value ical.js would take apart or refuse; they are read here as they stand. */
const asTheyStand =
  /^(?:RRULE|EXRULE|RDATE|EXDATE|DTSTART|DTEND|DURATION|RECURRENCE-ID|TZOFFSETFROM|TZOFFSETTO|GEO|SEQUENCE|DTSTAMP|LAST-MODIFIED)$/

function readProperty(text: string): Property | null {
  const head = /^([A-Za-z][A-Za-z0-9-]*)(?=[;:])/.exec(text)
  if (!head) return null
  const name = (head[1] ?? '').toUpperCase()
  if (asTheyStand.test(name)) return plainProperty(name, text)
  try {
    const [, parameters, type, ...values] = ICAL.parse.property(text) as unknown as readonly [
      string,
      Readonly<Record<string, string | string[]>>,
      string,
      ...unknown[],
    ]
    const single = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key.toLowerCase(), String(value)]))
    return { name, parameters: single, type, values }
  } catch {
    return plainProperty(name, text)
  }
}

/** `DTSTART;TZID="Europe/Warsaw":20261124T170000` taken apart at the colon outside quotes. */
function plainProperty(name: string, text: string): Property | null {
  const match = /^[^;:]+((?:;[^=;:]+=(?:"[^"]*"|[^";:]*)(?:,(?:"[^"]*"|[^";:]*))*)*):([\s\S]*)$/.exec(text)
  if (!match) return null
  const parameters = [...(match[1] ?? '').matchAll(/;([^=;:]+)=("[^"]*"|[^;]*)/g)].map(
    ([, key = '', value = '']) => [key.toLowerCase(), value.replaceAll('"', '')] as const,
  )
  return { name, parameters: Object.fromEntries(parameters), type: 'unknown', values: [(match[2] ?? '').trim()] }
}

export const propertyOf = ({ properties }: Component, name: string): Property | null =>
  properties.find((property) => property.name === name) ?? null

export const propertiesOf = ({ properties }: Component, name: string): readonly Property[] =>
  properties.filter((property) => property.name === name)

/** The text of a property, without control characters that a line mustn't have. */
export function textOf(component: Component, name: string): string | null {
  const found = propertyOf(component, name)
  if (!found) return null
  const value = found.type === 'unknown' ? unescape(String(found.values[0] ?? '')) : found.values.map(String).join(', ')
  return value.trim() || null
}

const unescape = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (character === 'n' || character === 'N' ? '\n' : character))
