import { expect, test } from './page-test.ts'
import { signedInAs, staffRoles } from './staff.ts'

for (const role of staffRoles)
  test.describe(role, () => {
    test.use({ storageState: signedInAs(role) })

    test('is signed in and sees the panel', async ({ page }) => {
      const me = page.waitForResponse((response) => response.url().endsWith('/api/panel/me'))
      await page.goto('/panel')
      expect((await me).status()).toBe(200)
      await expect(page).toHaveURL(/\/panel$/)
    })
  })
