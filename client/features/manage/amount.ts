/** An amount as people write it, `13 460 712,28 zł`, as it is sent, `13460712.28`; nothing typed is null, anything else stays as it is. */
export function readAmount(typed: unknown): string | null {
  const text = String(typed ?? '').trim()
  if (text === '') return null
  const plain = text.replace(/\s*(?:zł|PLN)$/i, '').replaceAll(/[\s\u00a0\u202f]/g, '')
  return /^\d+(?:[.,]\d{1,2})?$/.test(plain) ? plain.replace(',', '.') : text
}
