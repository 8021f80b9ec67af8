import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Who was erased, in a file of its own beside the data: a backup that is older than an erasure must not bring anybody back (T72, mechanics 30).
 * It holds ids and times, no names.
 */
export type Ledger = {
  /** Writes down who is about to be erased, and is done when that is on the disk. */
  readonly note: (personIds: readonly string[], at: Date) => void
  readonly all: () => readonly Entry[]
}
type Entry = { readonly personId: string; readonly at: string }

const line = /^\{"personId":"[0-9a-f-]{36}","at":"[0-9TZ:.-]+"\}$/

/** @param path - of the file; it is made with the first erasure, for its owner alone */
export function ledgerAt(path: string): Ledger {
  return {
    note(personIds, at) {
      mkdirSync(dirname(path), { recursive: true })
      const file = openSync(path, 'a', 0o600)
      try {
        appendFileSync(file, personIds.map((personId) => `${JSON.stringify({ personId, at: at.toISOString() })}\n`).join(''))
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
    all() {
      if (!existsSync(path)) return []
      const lines = readFileSync(path, 'utf8').split('\n')
      return lines.filter((text) => line.test(text)).map((text) => JSON.parse(text) as Entry) // a line cut off by a crash is none
    },
  }
}
