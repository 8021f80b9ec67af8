import { openNetwork, type Network } from './network.ts'
import { expect, expectAccessible, test } from './page-test.ts'

/** Without a network the browser itself complains about every request. */
test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED|Failed to load resource|Failed to fetch/] })

let network: Network
test.beforeEach(async () => {
  network = await openNetwork()
})
test.afterEach(() => network.cut())

test('the last agenda opens without a network, marked with its time', async ({ page }) => {
  await page.goto(`${network.origin}/gliwice`)
  const first = page.locator('.session h3').first()
  await expect(first).toBeVisible()
  const title = await first.textContent()
  await expect.poll(() => page.evaluate(copiedPaths)).toEqual(expect.arrayContaining(['/', '/feeds/cities/gliwice.ics']))

  await network.cut()
  await page.reload()
  await expect(first).toHaveText(title ?? '')
  await expect(page.getByText(/To stan z \d+ \p{L}+, \d\d:\d\d\./u)).toBeVisible()
  await expectAccessible(page)

  await network.mend()
  await page.reload()
  await expect(first).toBeVisible()
  await expect(page.getByText('To stan z')).toHaveCount(0)
  const copied = await page.evaluate(copiedPaths)
  expect(copied.filter((path) => path.startsWith('/api') || path.startsWith('/feeds/personal'))).toEqual([])
})

test('what was never opened says that there is no network', async ({ page }) => {
  await page.goto(`${network.origin}/gliwice`)
  await expect.poll(() => page.evaluate(copiedPaths)).toEqual(expect.arrayContaining(['/', '/feeds/cities/gliwice.ics']))
  await network.cut()
  await page.goto(`${network.origin}/gliwice?kind=trip`)
  await expect(page.getByRole('alert')).toContainText('Nie ma połączenia z internetem')
  await network.mend()
  await page.getByRole('button', { name: 'Spróbuj ponownie' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a network that takes longer than three seconds is not waited for', async ({ page, context }) => {
  await page.goto('/gliwice')
  await expect.poll(() => page.evaluate(copiedPaths)).toEqual(expect.arrayContaining(['/', '/feeds/cities/gliwice.ics']))
  await context.route('**/feeds/**', async (route) => {
    await new Promise((answer) => setTimeout(answer, 20_000))
    await route.abort().catch(() => undefined)
  })
  await page.reload()
  await expect(page.getByText('To stan z')).toBeVisible({ timeout: 15_000 })
  await expect(page.locator('.session').first()).toBeVisible()
})

/** The paths of all copies that the service worker keeps. Runs in the page. */
async function copiedPaths(): Promise<string[]> {
  const names = await caches.keys()
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  return requests.flat().map(({ url }) => new URL(url).pathname)
}
