import { expect, test } from './page-test.ts'

test('the page about the JSON interface describes every address', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByText('/api/cities')).toBeVisible()
  await page.getByText('/api/clubs/{slug}').click()
  await expect(page.getByRole('heading', { name: 'Responses' })).toBeVisible()
})
