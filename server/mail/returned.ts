/** What a server wrote back about a mail of ours that it couldn't deliver (RFC 3464), or what it only says of it. */
export type Returned = {
  /** `failed`: for good. `delayed`: it is still being tried. `none`: this is no such message. */
  readonly news: 'failed' | 'delayed' | 'none'
  /** What stands in the angle brackets of our Message-ID, of every mail that is spoken of. */
  readonly messageIds: readonly string[]
  /** Mailboxes that failed, as they are written there. */
  readonly recipients: readonly string[]
  /** Why, in the words of the other side; empty: it doesn't say. */
  readonly reason: string
}

const [deepest, longestReason, mostParts] = [6, 300, 60]

/**
 * Reads a returned message as somebody saved or copied it. Servers differ: most send a report with a part for machines and the mail or its headers, some
 * only name the mailbox in a header. So all parts are read, and what they say is put together; a vacation's answer names our mail too, but no failure.
 *
 * @param raw - its source, however its lines end
 */
export function readReturned(raw: string): Returned {
  const parts = partsOf(raw.replaceAll(/\r\n?/g, '\n'), 0).slice(0, mostParts)
  const [top] = parts
  const status = parts.filter(({ type }) => type === 'message/delivery-status').map(({ body }) => unfolded(body))
  const said = status.join('\n')
  const actions = valuesOf(said, 'action').map((action) => action.toLowerCase())
  const named = top ? valuesOf(top.head, 'x-failed-recipients').flatMap((list) => list.split(',')) : []
  const final = [...valuesOf(said, 'final-recipient'), ...valuesOf(said, 'original-recipient')]
  const news = actions.includes('failed') || named.length > 0 ? 'failed' : actions.includes('delayed') ? 'delayed' : 'none'
  const texts = parts.flatMap(({ head, body }, index) => [index === 0 ? withoutOwnId(head) : head, body])
  return {
    news,
    messageIds: [
      ...new Set(texts.flatMap((text) => [...text.matchAll(/<([\w.-]{36,80}@[\w.-]{1,253})>/g)].map(([, id = '']) => id))),
    ],
    recipients: [...new Set([...final, ...named].map(mailboxOf).filter((one) => one.includes('@')))],
    reason: (valuesOf(said, 'diagnostic-code')[0] ?? valuesOf(said, 'status')[0] ?? '')
      .replace(/^\w+\s*;\s*/, '')
      .slice(0, longestReason),
  }
}

type Part = { readonly type: string; readonly head: string; readonly body: string }

/** A message and all that it holds, also what is nested in it; texts decoded. */
function partsOf(raw: string, depth: number): readonly Part[] {
  const text = raw.replace(/^\n+/, '')
  const end = text.indexOf('\n\n')
  const head = unfolded(end < 0 ? text : text.slice(0, end))
  const content = end < 0 ? '' : text.slice(end + 2)
  const kind = valuesOf(head, 'content-type')[0] ?? 'text/plain'
  const type = (kind.split(';')[0] ?? '').trim().toLowerCase()
  const body = decoded(content, (valuesOf(head, 'content-transfer-encoding')[0] ?? '').trim().toLowerCase())
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(kind)
  const own = { type, head, body: boundary ? '' : body }
  if (depth >= deepest) return [own]
  if (type.startsWith('multipart/') && boundary) {
    const mark = `\n--${boundary[1] ?? boundary[2] ?? ''}`
    const [, ...pieces] = `\n${content}`.split(mark)
    return [
      own,
      ...pieces
        .filter((piece) => !piece.startsWith('--'))
        .flatMap((piece) => partsOf(piece.slice(piece.indexOf('\n') + 1), depth + 1)),
    ]
  }
  return type === 'message/rfc822' || type === 'message/global' ? [own, ...partsOf(body, depth + 1)] : [own]
}

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replaceAll(/=[ \t]*\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** RFC 5322 §2.2.3: a line that begins with a space continues the one before. */
const unfolded = (text: string): string => text.replaceAll(/\n[ \t]+/g, ' ')

const valuesOf = (head: string, name: string): readonly string[] =>
  head.split('\n').flatMap((line) => (line.toLowerCase().startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : []))

/** The report's own name is no mail of ours. */
const withoutOwnId = (head: string): string =>
  head
    .split('\n')
    .filter((line) => !/^message-id:/i.test(line))
    .join('\n')

/** `rfc822; <anna@example.pl>` -> `anna@example.pl` (RFC 3464 §2.3.2). */
const mailboxOf = (recipient: string): string => recipient.replace(/^[\w-]+\s*;/, '').replaceAll(/[<>\s]/g, '')
