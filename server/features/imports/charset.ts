/** How a text was written. Whoever exports a calendar rarely says, or says it wrong, so it is seen from the bytes. */
export const charsets = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'] as const
export type Charset = (typeof charsets)[number]

export type Decoded = {
  readonly text: string
  readonly charset: Charset
  /** Some bytes are no character of it; they became U+FFFD. */
  readonly damaged: boolean
}

/** Reads bytes as text, without the byte order mark. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { charset, damaged, skip } = detectCharset(bytes)
  return { text: decodeAs(charset, bytes.subarray(skip)), charset, damaged }
}

export function decodeAs(charset: Charset, bytes: Uint8Array): string {
  return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes)
}

/** @returns also how many bytes the mark takes that says it */
export function detectCharset(bytes: Uint8Array): {
  readonly charset: Charset
  readonly damaged: boolean
  readonly skip: number
} {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { charset: 'utf-8', damaged: !isUtf8(bytes.subarray(3)), skip: 3 }
  if (first === 0xff && second === 0xfe) return { charset: 'utf-16le', damaged: false, skip: 2 }
  if (first === 0xfe && second === 0xff) return { charset: 'utf-16be', damaged: false, skip: 2 }
  const wide = wideOf(bytes.subarray(0, 400))
  if (wide) return { charset: wide, damaged: false, skip: 0 }
  if (isUtf8(bytes)) return { charset: 'utf-8', damaged: false, skip: 0 }
  return isMostlyUtf8(bytes)
    ? { charset: 'utf-8', damaged: true, skip: 0 }
    : { charset: centralEuropean(bytes), damaged: false, skip: 0 }
}

/** Latin text in UTF-16 without its mark: every other byte is 0. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  bytes.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > bytes.length / 4 && even < odd / 4) return 'utf-16le'
  return even > bytes.length / 4 && odd < even / 4 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Where ten letters are right for one byte that isn't, somebody cut a text. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const wrong = text.split('\ufffd').length - 1
  const right = [...text.matchAll(/[\u0080-\ufffc]/g)].length
  return right > wrong * 10
}

/** Both write Polish in single bytes and differ in ą, ś, ź and their capitals. */
function centralEuropean(bytes: Uint8Array): 'windows-1250' | 'iso-8859-2' {
  const count = (codes: readonly number[]) => bytes.reduce((sum, byte) => sum + Number(codes.includes(byte)), 0)
  const windows = count([0xb9, 0xa5, 0x9c, 0x8c, 0x9f, 0x8f, 0x84, 0x94, 0x96])
  const iso = count([0xb1, 0xa1, 0xb6, 0xa6, 0xbc, 0xac])
  return iso > windows ? 'iso-8859-2' : 'windows-1250'
}
