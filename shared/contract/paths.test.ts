import { describe, expect, it } from 'vitest'
import { feedPath, pages, selectionOfPage, selectionPage } from './paths.ts'
import { everything, type Selection } from './selection.ts'

const workshops: Selection = {
  ...everything,
  slice: { collection: 'cities', slug: 'gliwice' },
  filters: { kind: ['trip', 'workshop'], district: ['sosnica'] },
  stepFree: true,
  language: 'uk',
}

describe('the addresses of a selection', () => {
  it('names the feed and the page of the same choice', () => {
    expect(feedPath(workshops)).toBe('/feeds/cities/gliwice.ics?kind=trip&kind=workshop&district=sosnica&stepFree=yes&lang=uk')
    expect(selectionPage(pages.subscribe, workshops)).toBe(
      '/subscribe?slice=cities/gliwice&kind=trip&kind=workshop&district=sosnica&stepFree=yes',
    )
    expect(selectionPage(pages.week, everything)).toBe('/week?slice=all')
  })

  it('reads a page back as the choice that it was made from', () => {
    const query = new URLSearchParams(selectionPage(pages.subscribe, workshops).split('?')[1])
    expect(selectionOfPage(query, 'uk').selection).toEqual(workshops)
    expect(selectionOfPage(new URLSearchParams(), 'pl').selection).toEqual(everything)
  })

  it.each(['cities', 'cities/', 'cities/a/b', 'towns/gliwice', 'cities/Gliwice', ''])('refuses the slice "%s"', (slice) => {
    expect(selectionOfPage(new URLSearchParams({ slice }), 'pl').issues.map((issue) => issue.name)).toEqual(['slice'])
  })
})
