/** The forms in which a body can be kept ready. */
export type Encoding = 'br' | 'gzip' | 'identity'

const preference: readonly Encoding[] = ['br', 'gzip', 'identity']

/**
 * The form to answer with: of those available, the one that the client likes best, smaller forms first among equals
 * (RFC 9110 §12.5.3). `identity` when nothing is asked for or nothing fits.
 */
export function chooseEncoding(accept: string | undefined, available: readonly Encoding[]): Encoding {
  if (!accept) return 'identity'
  const weights = new Map(accept.split(',').map(readWeight))
  const weight = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? 0.001 : 0)
  const ranked = preference
    .filter((encoding) => available.includes(encoding) && weight(encoding) > 0)
    .toSorted((one, other) => weight(other) - weight(one))
  return ranked[0] ?? 'identity'
}

function readWeight(part: string): [string, number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const weight = quality === undefined ? 1 : Number(quality)
  return [name === 'x-gzip' ? 'gzip' : name, weight >= 0 && weight <= 1 ? weight : 0]
}
