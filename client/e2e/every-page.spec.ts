import { localPath } from '#client/i18n/local-path.ts'
import { languages } from '#shared/contract/kinds.ts'
import { exampleOf, pageExamples } from './page-examples.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { strayTexts, widthBeyond } from './page-texts.ts'

const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 700 }
const desk = { width: 1280, height: 900 }

test.use({ serviceWorkers: 'block', viewport: phone })

for (const [name, example] of Object.entries(pageExamples))
  test(`${name}: nothing for axe, nothing sticks out at 320 px, every word in the page's language`, async ({ page, request }) => {
    test.slow()
    const path = await exampleOf(example, request)
    for (const language of languages)
      await test.step(language, async () => {
        await page.goto(localPath(language, path))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await page.waitForLoadState('networkidle')
        // What axe looks at hardly differs by language: each width once.
        if (language === 'pl') await expectAccessible(page)
        expect(await strayTexts(page, language)).toEqual([])
        await page.setViewportSize(narrow)
        expect(await widthBeyond(page)).toBeLessThanOrEqual(0)
        await page.setViewportSize(language === 'uk' ? desk : phone)
      })
    await expectAccessible(page)
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0)
  })
