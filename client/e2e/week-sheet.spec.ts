import { addDays, mondayOf } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { expect, test } from './page-test.ts'
import { answerFeeds, hours, sessionOf } from './written-feed.ts'

test.use({ serviceWorkers: 'block' })

const today = dayInWarsaw(Date.now())
const monday = mondayOf(today)
test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(`${today}T11:00:00Z`) // no midnight passes meanwhile
})
const long = 'Świetlica Środowiskowa „Pod Dziewięcioma Lipami”, sala wielofunkcyjna, ul. Przykładowa 2'
const sessions = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    sessionOf(`s${n}`, `Spotkanie ${n}`, hours(addDays(monday, n % 7), `${10 + (n % 9)}:00`, `${11 + (n % 9)}:30`), {
      location: long,
      cancelled: n === 3,
      reason: n === 3 ? { text: 'Awaria ogrzewania.', lang: 'pl' } : null,
    }),
  )

for (const [count, mostPages] of [
  [0, 1],
  [7, 1],
  [60, 5],
] as const)
  test(`a week with ${count} sessions fits ${mostPages} A4 ${mostPages === 1 ? 'page' : 'pages'}`, async ({ page }) => {
    await answerFeeds(page, sessions(count))
    await page.goto('/week?slice=cities/gliwice')
    await expect(page.locator('.sheet')).toBeVisible()
    await expect(page.locator('.sheet-session')).toHaveCount(count)
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(mostPages)
    expect(paper).toMatch(/\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 695, height: 980 }) // A4 without its margins at 96 dpi
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(695)
    await expect(page.locator('header.header')).toBeHidden()
    await expect(page.getByText('Drukuj', { exact: true })).toBeHidden()
  })

test('says on paper what is cancelled, whether there are steps, and where the plan is found', async ({ page, baseURL }) => {
  await answerFeeds(page, sessions(7))
  await page.goto('/week?slice=cities/gliwice')
  const sheet = page.locator('.sheet')
  await expect(sheet.locator('.sheet-session', { hasText: 'ODWOŁANE. Awaria ogrzewania.' }).locator('s')).toHaveCount(2)
  await expect(sheet.getByText('bez schodów')).toHaveCount(6)
  await expect(sheet).toContainText(`${new URL(baseURL ?? '').host}/gliwice`)
  await expect(sheet.locator('.qr')).toBeVisible()
})

test('turns to the next week and back, and prints with one button', async ({ page }) => {
  await page.goto('/week?slice=cities/gliwice')
  await page.getByRole('link', { name: 'Następny tydzień' }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`from=${addDays(monday, 7)}&to=${addDays(monday, 13)}`))
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  const print = page.getByRole('button', { name: 'Drukuj' })
  await expect(print).toBeEnabled() // once the next week is there; a key doesn't wait for that
  await print.press('Enter')
  await expect(page.locator('body')).toHaveAttribute('data-printed', '')
})
