import { expect, expectAccessible, test } from './page-test.ts'

test.use({ serviceWorkers: 'block' })

const gliwice = '/subscribe?slice=cities/gliwice&kind=workshop'

test('a calendar can be taken by phone, Google, Outlook and address', async ({ page, baseURL }) => {
  await page.goto(gliwice)
  const host = new URL(baseURL ?? '').host
  const feed = `${host}/feeds/cities/gliwice.ics?kind=workshop`
  await expect(page.getByRole('link', { name: 'Dodaj do Kalendarza Apple' })).toHaveAttribute('href', `webcal://${feed}`)
  const google = `webcal://${feed}&cancelled=title`
  await expect(page.getByRole('link', { name: 'Otwórz Kalendarz Google' })).toHaveAttribute(
    'href',
    `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(google)}`,
  )
  await expect(page.getByRole('link', { name: 'Outlook prywatny' })).toHaveAttribute(
    'href',
    /outlook\.live\.com.*addfromweb\?url=http/,
  )
  await expect(page.getByLabel('Adres kalendarza')).toHaveValue(`http://${feed}`)
  await expect(page.getByText(/Teraz (?:jest|są) tu \d+ nadchodząc/)).toBeVisible()
})

test('the address is copied, or left selected where the browser refuses', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(gliwice)
  const card = page.locator('.subscribe-side .copy-address')
  const button = card.getByRole('button', { name: 'Kopiuj adres' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('status')).toHaveText('Adres skopiowany.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await card.getByRole('textbox').inputValue())
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
  })
  await button.click()
  await expect(card.getByRole('status')).toContainText('Adres jest zaznaczony')
  expect(await page.evaluate(() => String(getSelection()))).toContain('/feeds/cities/gliwice.ics')
})

test('a long selection gets a short address that answers', async ({ page, request, baseURL }) => {
  const kinds = ['workshop', 'trip', 'outing', 'training', 'course', 'counselling', 'consultation', 'office-hours', 'field-game']
  await page.goto(
    `/subscribe?slice=cities/gliwice${kinds.map((kind) => `&kind=${kind}`).join('')}&audience=seniors&audience=youth`,
  )
  const field = page.getByLabel('Adres kalendarza')
  await expect(field).toHaveValue(/\/feeds\/s\/[^/]+\.ics$/)
  const address = await field.inputValue()
  expect(address.length).toBeLessThanOrEqual(200)
  const feed = await request.get(address.replace(/^https?:\/\/[^/]+/, baseURL ?? ''))
  expect(feed.status()).toBe(200)
})

test.describe('an Android phone', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 14; SM-A145R) AppleWebKit/537.36 Chrome/130 Mobile' })

  test('gets what works there first: no dead button for Google Calendar', async ({ page }) => {
    await page.goto(gliwice)
    const first = page.locator('.way').first()
    await expect(first).toContainText('Aplikacja Kalendarz Google w telefonie nie przyjmuje adresu kalendarza')
    await expect(first).toContainText('ICSx⁵')
    await expect(first.getByRole('link', { name: /Google/ })).toHaveCount(0)
    await expect(page.locator('.way')).toHaveCount(5)
    await expectAccessible(page)
  })
})

test('a selection that makes no sense is refused in words', async ({ page }) => {
  await page.goto('/subscribe?slice=cities/gliwice&kind=nonsense')
  await expect(page.getByText('kind=nonsense')).toBeVisible()
  await expectAccessible(page)
})
