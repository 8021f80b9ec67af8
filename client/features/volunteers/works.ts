import type { VolunteerView } from './queries.ts'

/** More lines than these don't fit on one page; what is left out is said, with its hours. */
export const mostWorks = 12

type Done = Pick<VolunteerView['shifts'][number], 'name' | 'title' | 'hours'>

/** What was done, each kind of work once, most hours first; and how many kinds, and hours, are beyond what fits on a certificate. */
export function worksOf(done: readonly Done[]) {
  const hoursOf = new Map<string, number>()
  for (const { name, title, hours } of done) {
    const work = `${name.text} (${title.text})`
    hoursOf.set(work, (hoursOf.get(work) ?? 0) + hours)
  }
  const all = [...hoursOf].map(([work, hours]) => ({ work, hours })).toSorted((one, other) => other.hours - one.hours)
  const rest = all.slice(mostWorks)
  return { works: all.slice(0, mostWorks), more: { count: rest.length, hours: rest.reduce((sum, { hours }) => sum + hours, 0) } }
}
