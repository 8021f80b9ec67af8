import type { APIRequestContext, Page } from '@playwright/test'
import { localPath } from '#client/i18n/local-path.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { strayTexts, widthBeyond } from './page-texts.ts'
import { panelExamples } from './panel-examples.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

const narrow = { width: 320, height: 700 }
const desk = { width: 1280, height: 900 }
/** How often a series was planned: two on one day would be told as a clash. */
let planned = 0
/** Some twenty pages, each looked at by axe. */
const longestMs = 300_000

test.use({ storageState: signedInAs('administrator'), serviceWorkers: 'block' })

const names = Object.keys(panelExamples) as (keyof typeof panelExamples)[]
const half = Math.ceil(names.length / 2)

for (const part of [names.slice(0, half), names.slice(half)])
  test(`${part[0]} to ${part.at(-1)}: nothing for axe, nothing sticks out at 320 px`, async ({ page }) => {
    test.setTimeout(longestMs)
    for (const { name, path } of await addressesOf(part, page.request)) {
      await page.setViewportSize(desk)
      await open(page, path, 'pl')
      await expectAccessible(page)
      expect.soft(await strayTexts(page, 'pl'), name).toEqual([])
      await page.setViewportSize(narrow)
      expect.soft(await widthBeyond(page), name).toBeLessThanOrEqual(0)
    }
  })

test('every page in Ukrainian has all its words', async ({ page }) => {
  test.setTimeout(longestMs)
  for (const { name, path } of await addressesOf(names, page.request)) {
    await open(page, path, 'uk')
    expect.soft(await strayTexts(page, 'uk'), name).toEqual([])
  }
})

async function open(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(localPath(language, path))
  await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** The pages' addresses; those of one series or session lead to one that is planned for it. */
async function addressesOf(some: typeof names, request: APIRequestContext) {
  planned += 1
  const day = dayAhead(6, 5 + test.info().parallelIndex + 2 * planned)
  const { seriesId, sessions } = await planSeries(request, `Spacer po parku ${test.info().parallelIndex + 1}.${planned}`, [
    { start: `${day}T08:00:00`, end: `${day}T09:00:00` },
  ])
  const sessionId = sessions[0]?.id ?? ''
  return some.map((name) => ({ name, path: panelExamples[name].replace(':series', seriesId).replace(':id', sessionId) }))
}
