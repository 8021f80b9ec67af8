import { expect, test } from './page-test.ts'

const missing = [
  { path: '/_x', lang: 'pl' },
  { path: '/en/sessions/a/b', lang: 'en' },
  { path: '/uk/clubs/Nope', lang: 'uk' },
] as const

test.describe('a page that is not there', () => {
  test.use({ expectedErrors: [/404/] })

  for (const { path, lang } of missing)
    test(`${path} answers 404 and says so in the reader's language`, async ({ page }) => {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      expect(await answer?.text()).toContain(`<html lang="${lang}"`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    })
})
