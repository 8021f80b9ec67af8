import { expect, test } from './page-test.ts'
import { sampleSession } from './sample-pages.ts'

test.use({ serviceWorkers: 'block' })

const banner = 'Zajęcia wymyślone – nie przychodź.'

test('what really was is not called invented', async ({ page }) => {
  for (const path of [
    '/programs/reaktywacja',
    '/projects/aktywnie-dla-gliwic',
    '/organisations/ops-gliwice',
    '/clubs/strefa-seniora',
    '/venues/cas-orunia',
    '/subscribe?slice=programs/reaktywacja',
    '/accessibility',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await expect(page.getByText(banner)).toHaveCount(0)
  }
})

test('invented things say so once, above everything or beside their list', async ({ page, request }) => {
  for (const path of [
    '/gliwice',
    '/gliwice?view=month',
    '/programs/przykladowe-zatorze',
    '/projects/projekt-przykladowy',
    '/organisations/fundacja-przykladowa',
    '/clubs/klub-niejako',
    '/venues/przykladowy-dom-zatorze',
    '/districts/gliwice-sosnica',
    '/series/kawa-u-sasiada',
    `/sessions/${await sampleSession(request)}`,
    '/subscribe?slice=cities/gliwice',
    '/week?slice=cities/gliwice',
  ]) {
    await page.goto(path)
    await expect(page.getByText(banner)).toBeVisible()
    await expect(page.getByText(banner)).toHaveCount(1)
  }
})

test.describe('without the list of cities', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })

  test('a calendar whose city is not known yet still says that it is invented', async ({ page }) => {
    await page.route('**/api/cities', (route) => route.abort())
    await page.goto('/gliwice')
    await expect(page.locator('.session').first()).toBeVisible()
    await expect(page.getByText(banner)).toBeVisible()
  })
})

test('a program without figures of its own leads to those of its project', async ({ page }) => {
  await page.goto('/programs/reaktywacja')
  await page.getByRole('region', { name: 'Pieniądze' }).getByRole('link', { name: 'Aktywnie dla Gliwic' }).click()
  await expect(page.getByText(/2\s625\s128,00\szł/)).toBeVisible()
})

test('a meeting under the open sky says where, in the agenda and on its own page', async ({ page, request }) => {
  const id = await sampleSession(request, /Na wymyślonej polanie/)
  await page.goto(`/sessions/${id}`)
  await expect(page.locator('.facts')).toContainText('Na wymyślonej polanie.')
  await expect(page.locator('.facts')).toContainText('Gliwice')
  await expect(page.getByText('Na wymyślonej polanie.')).toHaveCount(1)
  expect(await (await request.get(`/feeds/sessions/${id}.ics`)).text()).toContain('LOCATION:Na wymyślonej polanie\\, ')
})
