const letters: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe' }

/** The name in addresses that a name for people suggests: `„Strefa Młodzieży”` -> `strefa-mlodziezy`. Empty where nothing is left. */
export function slugOfName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[łđøßæœ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '')
}
