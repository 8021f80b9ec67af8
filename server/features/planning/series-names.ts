const letters: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', æ: 'ae', ø: 'o', đ: 'd' }
const longest = 80

/** A title as a part of an address: "Żółw – spotkania (2027)" -> `zolw-spotkania-2027`. */
export function slugOfTitle(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łßæøđ]/g, (letter) => letters[letter] ?? '')
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, longest)
  return slug.replaceAll(/^-+|-+$/g, '') || 'cykl'
}

/** The first of `joga`, `joga-2`, `joga-3` … that nothing has or had. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
