import { expect, it } from 'vitest'
import { worksOf } from './works.ts'

const shift = (name: string, title: string, hours: number) => ({
  name: { text: name, lang: 'pl' as const },
  title: { text: title, lang: 'pl' as const },
  hours,
})

it('a certificate names each kind of work once, most hours first', () => {
  const { works, more } = worksOf([shift('szatnia', 'Koncert', 1), shift('grill', 'Piknik', 2), shift('szatnia', 'Koncert', 1.5)])
  expect(works).toEqual([
    { work: 'szatnia (Koncert)', hours: 2.5 },
    { work: 'grill (Piknik)', hours: 2 },
  ])
  expect(more).toEqual({ count: 0, hours: 0 })
})

it('twelve kinds stand on the page; what is beyond them is one line with its hours, so that none is lost', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => shift(`praca ${index}`, 'Piknik', 5))
  expect(worksOf(twelve).more.count).toBe(0)
  const { works, more } = worksOf([shift('plakaty', 'Piknik', 0.5), ...twelve, shift('sprzątanie', 'Piknik', 1)])
  expect([works.length, more]).toEqual([12, { count: 2, hours: 1.5 }])
  expect(works.every(({ hours }) => hours === 5)).toBe(true)
})
