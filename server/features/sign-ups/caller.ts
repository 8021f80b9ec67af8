/** What somebody at the desk types to find who is on the line. */

/** Read out or written by hand: spaces and dashes, small letters; `K7M 4PXQ`. Null for what can't be a paper code. */
export function readCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return /^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{7}$/.test(code) ? code : null
}

/**
 * Words of a name with three letters or more in all, and the digits of a number without its country.
 *
 * @example readSearch('+48 600 000-123') // { words: [], digits: '600000123' }
 */
export function readSearch(typed: string): { readonly words: readonly string[]; readonly digits: string } {
  const digits = typed.replaceAll(/\D/g, '').replace(/^(?:00)?48(?=\d{9}$)/, '')
  const plain = typed
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[łøđґ]/g, (letter) => plainLetters[letter] ?? letter)
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.join('').replaceAll(/\P{L}/gu, '')
  return { words: letters.length >= 3 ? words : [], digits: letters.length === 0 ? digits : '' }
}

/** As the database's `search_text` reads them. */
const plainLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ґ: 'г' }
