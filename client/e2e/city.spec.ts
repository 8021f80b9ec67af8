import { api, feedPath } from '#shared/contract/paths.ts'
import type { CitiesAnswer } from '#shared/contract/public.ts'
import { everything } from '#shared/contract/selection.ts'
import { readFeed } from '#shared/ical/read-feed.ts'
import { addMonths } from '#shared/time/calendar.ts'
import { formatMonth } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayFromToday } from './written-feed.ts'

test('the city is asked for once, remembered, and can be changed', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Gdzie mieszkasz?' })).toBeVisible()
  await page.getByRole('link', { name: 'Gliwice' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Co robimy: Gliwice' })).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveURL('/gliwice')
  await page.goto('/uk')
  await expect(page).toHaveURL('/uk/gliwice')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Змінити місто' }).click()
  await page.getByRole('link', { name: 'Gdańsk' }).click()
  await expect(page).toHaveURL('/uk/gdansk')
  await page.goto('/')
  await expect(page).toHaveURL('/gdansk')
})

test('every city has sessions that its own feed holds, marked as invented', async ({ page, request }) => {
  const { cities } = (await (await request.get(api.cities)).json()) as CitiesAnswer
  expect(cities.map(({ name }) => name).toSorted()).toEqual(['Gdańsk', 'Gliwice', 'Katowice', 'Szprotawa'])
  for (const { slug, name } of cities) {
    await page.goto(`/${slug}`)
    await expect(page.getByText('Zajęcia wymyślone – nie przychodź.').first()).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    const feed = await request.get(feedPath({ ...everything, slice: { collection: 'cities', slug } }))
    const titles = new Set(readFeed(await feed.text()).events.map(({ extra }) => extra.title.text))
    await expect(page.locator('.session').first()).toBeVisible()
    const shown = await page.locator('.session h3 a > :first-child').allTextContents()
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((title) => !titles.has(title))).toEqual([])
  }
})

test('filters stand in the address, in the feed and in the subscription, and Back takes them away', async ({ page }) => {
  await page.clock.setFixedTime(Date.now()) // nothing ends meanwhile
  const asked: string[] = []
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname + new URL(sent.url()).search))
  await page.goto('/gliwice')
  const counted = page.locator('.calendar-head output')
  await expect(counted).toHaveText(/^\d+ spotka/)
  const all = await counted.textContent()

  await page.getByRole('button', { name: 'Rodzaj' }).press('Enter')
  await page.getByRole('checkbox', { name: 'Klub', exact: true }).press('Space')
  await expect(page).toHaveURL('/gliwice?kind=club-meeting')
  await expect(counted).not.toHaveText(all ?? '')
  await expect(page.locator('.kind').first()).toHaveText('Klub')
  expect(new Set(await page.locator('.session .kind').allTextContents())).toEqual(new Set(['Klub']))
  expect(asked).toContain('/feeds/cities/gliwice.ics?kind=club-meeting')
  await expectAccessible(page)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Rodzaj: Klub' })).toBeFocused()
  await page.getByRole('button', { name: 'Bez schodów' }).press('Enter')
  await expect(page).toHaveURL('/gliwice?kind=club-meeting&stepFree=yes')
  await expect(page.getByRole('link', { name: 'Dodaj do telefonu' })).toHaveAttribute(
    'href',
    '/subscribe?slice=cities/gliwice&kind=club-meeting&stepFree=yes',
  )

  await page.goBack()
  await expect(page).toHaveURL('/gliwice?kind=club-meeting')
  await page.goBack()
  await expect(page).toHaveURL('/gliwice')
  await expect(counted).toHaveText(all ?? '')
})

test('an address that makes no sense says so and offers everything', async ({ page }) => {
  await page.goto('/gliwice?kind=workshops')
  await expect(page.getByRole('heading', { level: 1, name: 'Adres tej strony ma błąd' })).toBeVisible()
  await expect(page.getByText('kind=workshops')).toBeVisible()
  await page.getByRole('link', { name: 'Pokaż wszystko' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Co robimy: Gliwice' })).toBeVisible()
})

test('the month is a table that the keyboard walks through', async ({ page }) => {
  await page.goto('/gliwice')
  await page.getByRole('link', { name: 'Miesiąc' }).press('Enter')
  await expect(page).toHaveURL('/gliwice?view=month')
  const month = dayFromToday(0).slice(0, 7)
  await page.getByRole('link', { name: 'Następny miesiąc' }).press('Enter')
  const next = addMonths(`${month}-01`, 1).slice(0, 7)
  await expect(page.getByRole('heading', { level: 2, name: formatMonth(next, 'pl') })).toBeVisible()
  const table = page.getByRole('table', { name: `Zajęcia, ${formatMonth(next, 'pl')}` })
  await expect(table.getByRole('columnheader')).toHaveCount(7)
  const days = table.locator('a.month-day')
  await expect(days.first()).toBeVisible()
  await days.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(days.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/day=\d{4}-\d\d-\d\d/)
  await expect(page.locator('.month-below .session').first()).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(page).toHaveURL(`/gliwice?view=month&month=${next}`)
})

test('the keyboard alone comes from the top of the page to the sessions', async ({ page }) => {
  await page.goto('/gliwice')
  await expect(page.locator('.session').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Przejdź do treści' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('.session') !== null)) return
  }
  throw new Error('no session within 20 presses of Tab')
})
