import type { Language } from '#shared/contract/kinds.ts'
import type { Tx } from '../db/write.ts'

/** A mail to one person, ready to go. Links in it are built on PUBLIC_URL, never on what a request says (T63). */
export type Letter = {
  /** In a word, for lists: `sign-in`, `invitation`. */
  readonly kind: string
  /** One mailbox, in its one spelling. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: Language
  /** After this it is worthless and isn't sent any more. */
  readonly expiresAt: Date | null
  /** Its sender has no name. */
  readonly discreet?: boolean
}

export type Mail = {
  /** False: letters stay in the panel's mailbox. */
  readonly sends: boolean
  /** Puts a letter into the transaction that causes it. */
  readonly put: (tx: Tx, letter: Letter, now: Date) => Promise<void>
  /** To be called after that transaction: what waits goes out soon. */
  readonly kick: () => void
}

/** @param kick - null: nothing is sent */
export const mailThat = (kick: (() => void) | null): Mail => ({
  sends: kick !== null,
  put: async (tx, letter, now) => {
    const data = {
      ...letter,
      createdAt: now,
      nextAttemptAt: now,
      state: kick === null ? ('KEPT' as const) : ('PENDING' as const),
    }
    await tx.message.create({ data, select: { id: true } })
  },
  kick: kick ?? (() => {}),
})

/** Mails stay in the panel's mailbox. */
export const keptMail: Mail = mailThat(null)

/** Plain lines as a simple mail: a line that is an address becomes a link, an empty one parts paragraphs. */
export function htmlOf(lines: readonly string[], language: Language): string {
  const paragraphs = lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineOf).join('<br>\n')}</p>`)
  return `<!doctype html>\n<html lang="${language}"><body>\n${paragraphs.join('\n')}\n</body></html>\n`
}

const lineOf = (line: string): string =>
  /^https?:\/\/\S+$/.test(line) ? `<a href="${escaped(line)}">${escaped(line)}</a>` : escaped(line)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
