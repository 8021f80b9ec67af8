import { nothingKept, type Kept } from './taps.ts'

/** Lists that this device keeps: names of people, so only as long as they are needed. */
const prefix = 'podworko-attendance '
const deviceKey = 'podworko-device'
const [hourMs, dayMs] = [3_600_000, 24 * 3_600_000]
/** After this time the server takes taps from nobody any more. */
const unsentMs = 31 * dayMs
const sentMs = 48 * hourMs

/** A browser that keeps nothing (a private window) has them as long as the page is open. */
const inMemory = new Map<string, string>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? inMemory.get(key) ?? null
  } catch {
    return inMemory.get(key) ?? null
  }
}

function write(key: string, text: string): void {
  inMemory.set(key, text)
  try {
    localStorage.setItem(key, text)
  } catch {
    // it stays in memory
  }
}

function remove(key: string): void {
  inMemory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}

/** A UUID (version 4). `crypto.randomUUID` is missing where a page is opened without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What this device calls itself, made once. */
export function deviceName(): string {
  const known = read(deviceKey)
  if (known !== null) return known
  const made = hexOf(crypto.getRandomValues(new Uint8Array(24)))
  write(deviceKey, made)
  return made
}

export function keptOf(list: string): Kept {
  const text = read(prefix + list)
  if (text === null) return nothingKept
  try {
    return { ...nothingKept, ...(JSON.parse(text) as Partial<Kept>) }
  } catch {
    return nothingKept // somebody wrote something else there
  }
}

export const keep = (list: string, kept: Kept): void => write(prefix + list, JSON.stringify(kept))
export const forget = (list: string): void => remove(prefix + list)

/** Lists of past days go, with the names in them; one with taps that are still to be sent stays as long as somebody may take them. */
export function forgetOld(nowMs: number): void {
  for (const key of keysOfLists()) {
    const { view, queue } = keptOf(key.slice(prefix.length))
    const age = nowMs - Date.parse(view?.now ?? queue[0]?.at ?? '1970-01-01T00:00:00Z')
    const isOver = view?.until !== undefined && view.until !== null && Date.parse(view.until) < nowMs
    if (queue.length > 0 ? age > unsentMs : age > sentMs || isOver) remove(key)
  }
}

function keysOfLists(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** Whether a door link was opened on this device: until then its list isn't asked for. */
export const isClaimed = (token: string): boolean => read(`podworko-door ${token}`) !== null
export const noteClaim = (token: string): void => write(`podworko-door ${token}`, 'yes')
