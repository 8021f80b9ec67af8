type Position = { readonly latitude: number; readonly longitude: number }

export const sayPosition = (position: Position | null | undefined): string =>
  position ? `${position.latitude}, ${position.longitude}` : ''

/** Two numbers, or the address of a map; nothing typed is null, what can't be read is undefined. */
export function readPosition(typed: string): Position | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const marker = /[?&]mlat=(-?[\d.]+)&mlon=(-?[\d.]+)/.exec(text) ?? /#map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/.exec(text)
  const plain = /^(-?\d{1,2}(?:[.,]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.,]\d+)?)$/.exec(text)
  const [, first, second] = marker ?? plain ?? []
  if (first === undefined || second === undefined) return undefined
  const [latitude, longitude] = [first, second].map((number) => Number(number.replace(',', '.')))
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return { latitude, longitude }
}
