import type { Page } from '@playwright/test'
import { formatDayHeading } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { answerCities, answerFeeds, dayFromToday, hours, sessionOf } from './written-feed.ts'

test.use({ serviceWorkers: 'block' })
const [today, tomorrow] = [dayFromToday(0), dayFromToday(1)]
test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(`${today}T11:00:00Z`) // nothing ends meanwhile, and no midnight passes
  await answerCities(page)
})

const manySessions = Array.from({ length: 300 }, (_, index) =>
  sessionOf(
    `s${index}`,
    `Spotkanie ${index}`,
    hours(dayFromToday(1 + Math.floor(index / 4)), `1${index % 4}:00`, `1${index % 4}:45`),
  ),
)

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

const agendas = ['/gliwice', '/en/gliwice', '/uk/gliwice']

test('nothing planned is said kindly', async ({ page }) => {
  await answerFeeds(page, [])
  for (const path of agendas) {
    await page.goto(path)
    await expect(page.locator('.state h2')).toBeVisible()
    await expectAccessible(page)
  }
})

test('of 300 sessions the first two weeks are shown', async ({ page }) => {
  await answerFeeds(page, manySessions)
  for (const path of agendas) {
    await page.goto(path)
    const rows = page.locator('.session')
    await expect(rows.first()).toBeVisible()
    expect(await rows.count()).toBeLessThan(70)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  }
  await expectAccessible(page)
})

test('the next weeks come on request, the reading goes on at the first new day, and Back takes them away', async ({ page }) => {
  await answerFeeds(page, manySessions)
  await page.goto('/gliwice')
  const rows = page.locator('.session')
  await expect(rows.first()).toBeVisible()
  const [before, days] = [await rows.count(), await page.locator('.day').count()]
  await page.getByRole('button', { name: 'Pokaż następne tygodnie' }).press('Enter')
  await expect(rows).not.toHaveCount(before)
  await expect(page.locator('.day h2').nth(days)).toBeFocused()
  await page.goBack()
  await expect(rows).toHaveCount(before)
})

test('nothing jumps while the page comes together', async ({ page }) => {
  await answerFeeds(page, manySessions)
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/gliwice')
  await expect(page.locator('.session').first()).toBeVisible()
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: readonly number[] }).shifts)
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02)
})

test.describe('words that can not be fetched', () => {
  test.use({ expectedErrors: [/ERR_FAILED|dynamically imported module/] })

  test('leave no white page', async ({ page }) => {
    await page.route(/assets\/pl-/, (route) => route.abort())
    await page.goto('/gliwice')
    await expect(page.getByText('Nie udało się wczytać strony. Spróbuj ponownie.')).toBeVisible()
  })
})

test('a session reads as one sentence: what, when, where, step-free', async ({ page }) => {
  await answerFeeds(page, [sessionOf('one', 'Kawa i gazeta', hours(tomorrow, '10:00', '12:00'))])
  await page.goto('/gliwice')
  const { weekday, date } = formatDayHeading(tomorrow, 'pl')
  const sentence = `Kawa i gazeta – Warsztat, ${weekday.toLowerCase()} ${date} od 10:00 do 12:00, ul. Przykładowa 2, bez schodów, przyjdź bez zapisów.`
  await expect(page.getByRole('link', { name: sentence })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: `${weekday} ${date} jutro` })).toBeVisible()
})

test('hours are those of Warsaw in a browser set to New York', async ({ page }) => {
  await answerFeeds(page, [sessionOf('late', 'Nocne zwiedzanie', hours(tomorrow, '00:30', '01:15'))])
  await page.goto('/gliwice')
  expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('America/New_York')
  await expect(page.locator('.day h2')).toContainText(formatDayHeading(tomorrow, 'pl').date)
  await expect(page.locator('.session-hours')).toContainText('00:30')
})

test('a cancelled session is struck through with the word, the reason and what instead', async ({ page }) => {
  await answerFeeds(page, [
    sessionOf('gone', 'Naprawiamy rowery', hours(today, '23:00', '23:59'), {
      cancelled: true,
      reason: { text: 'Prowadzący nie może przyjść.', lang: 'pl' },
      instead: { text: 'Zapraszamy w piątek.', lang: 'pl' },
    }),
  ])
  await page.goto('/gliwice')
  const row = page.locator('.session')
  await expect(row.locator('s')).toHaveText('Naprawiamy rowery')
  await expect(row).toContainText('Odwołane. Prowadzący nie może przyjść. Zamiast tego: Zapraszamy w piątek.')
  await expect(row.getByRole('link', { name: /^Naprawiamy rowery – odwołane, / })).toBeVisible()
  await expect(page.getByText('Odwołane dziś: Naprawiamy rowery, 23:00.')).toBeVisible()
  await expect(page.locator('output', { hasText: '0 spotkań' })).toBeVisible()
  await expectAccessible(page)
})

test('a moved session says from when', async ({ page }) => {
  const moved = sessionOf('moved', 'Spokojny rodzic', hours(tomorrow, '17:00', '19:00'), { movedFrom: '2026-11-25T17:00:00' })
  await answerFeeds(page, [moved])
  await page.goto('/gliwice')
  await expect(page.locator('.session .note')).toHaveText('Przeniesione ze środy 25 listopada, 17:00.')
  await page.goto('/en/gliwice')
  await expect(page.locator('.session .note')).toHaveText('Moved from Wednesday 25 November, 17:00.')
  await expect(page.locator('.session [lang="pl"]')).toHaveText('Spokojny rodzic')
})

test('hostile texts stay texts', async ({ page }) => {
  await answerFeeds(page, [
    sessionOf('x', '<img src=x onerror=alert(1)>"]}{{count}} $t(app.name)', hours(tomorrow, '10:00', '11:00')),
  ])
  await page.goto('/gliwice')
  await expect(page.getByRole('heading', { name: '<img src=x onerror=alert(1)>"]}{{count}} $t(app.name)' })).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
})

test('nothing sticks out at 320 px, with long words', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const long = 'Конституційно-просвітницькі найдовшіконсультаціїдлявсіхмешканців Dziewięćdziesięciokilkuletni'
  await answerFeeds(page, [sessionOf('long', long, hours(tomorrow, '10:00', '11:00'), { location: long })])
  for (const path of ['/uk/gliwice', '/uk/gliwice?view=month', '/?choose']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect([path, await sidewaysScroll(page)]).toEqual([path, 0])
  }
})

test('the free text filters on the device and says that it is no part of the subscription', async ({ page }) => {
  await answerFeeds(page, [
    sessionOf('a', 'Żółta łódź', hours(tomorrow, '10:00', '11:00')),
    sessionOf('b', 'Kino plenerowe', hours(tomorrow, '12:00', '13:00')),
  ])
  await page.goto('/gliwice')
  await page.getByRole('button', { name: 'Więcej' }).click()
  await page.getByRole('searchbox', { name: 'Szukaj na tej liście' }).fill('zolta lodz')
  await expect(page.locator('.session')).toHaveCount(1)
  await expect(page.locator('output', { hasText: '1 spotkanie.' })).toBeVisible()
  await expect(page.getByText('Nie wchodzi do „Dodaj do telefonu”')).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  await expect(page.getByRole('link', { name: 'Dodaj do telefonu' })).toHaveAttribute('href', '/subscribe?slice=cities/gliwice')
  await expectAccessible(page)
})

test.describe('a feed that fails', () => {
  test.use({ expectedErrors: [/503/] })

  test('can be asked for again', async ({ page }) => {
    let broken = true
    await answerFeeds(page, [sessionOf('one', 'Kawa i gazeta', hours(tomorrow, '10:00', '12:00'))])
    await page.route('**/feeds/**', (route) => (broken ? route.fulfill({ status: 503, body: '' }) : route.fallback()))
    await page.goto('/gliwice')
    await expect(page.getByRole('alert')).toContainText('Nie udało się wczytać')
    await expectAccessible(page)
    broken = false
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click()
    await expect(page.locator('.session')).toHaveCount(1)
  })
})
