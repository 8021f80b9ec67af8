import type { Locator, Page } from '@playwright/test'
import { formatDayAndMonth } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })

const [tuesday, wednesday, thursday] = [dayAhead(2, 12), dayAhead(3, 12), dayAhead(4, 12)]
const on = (day: string, start: string, end: string) => ({ start: `${day}T${start}:00`, end: `${day}T${end}:00` })

async function dragToColumnOf(page: Page, event: Locator, day: string): Promise<void> {
  await event.evaluate((element) => element.scrollIntoView({ block: 'center' })) // at the edge the calendar would scroll
  const [box, column] = [(await event.boundingBox())!, (await page.locator(`[data-date="${day}"]`).last().boundingBox())!]
  const [x, y] = [box.x + 20, box.y + 5]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 30, y + 4, { steps: 4 })
  await page.mouse.move(column.x + 20, y, { steps: 6 })
  await page.mouse.up()
}

test('a dragged session goes there only after a look at its effects, snaps back where one leaves it, and "Cofnij" undoes it', async ({
  page,
}) => {
  const mark = Date.now()
  const title = `Haft ${mark}`
  await planSeries(page.request, title, [on(tuesday, '19:00', '21:00')])
  await planSeries(page.request, `Noc kina ${mark}`, [{ start: `${thursday}T22:30:00`, end: `${dayAhead(5, 12)}T00:30:00` }])
  await page.goto(`/panel/plan?date=${tuesday}`)
  const event = page.locator('.plan-event', { hasText: title })
  const left = async () => Math.round((await event.boundingBox())?.x ?? 0)
  await expect(event).toBeVisible()
  await expect(page.locator('.plan-event', { hasText: `Noc kina ${mark}` })).toHaveCount(1) // whole, not cut at ten in the evening
  const before = await left()

  await dragToColumnOf(page, event, thursday)
  const dialog = page.getByRole('dialog', { name: new RegExp(title) })
  await expect(dialog.getByLabel('Dzień', { exact: true })).toHaveValue(thursday)
  await expect(dialog.getByLabel('Początek')).toHaveValue('19:00')
  await expectAccessible(page)
  expect(await left()).not.toBe(before)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await left()).toBe(before)

  await dragToColumnOf(page, event, wednesday)
  await dialog.getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await expect(dialog).toContainText(formatDayAndMonth(wednesday, 'pl'))
  await dialog.getByRole('button', { name: 'Przenieś' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await left()).not.toBe(before)
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect(page.getByText('Cofnięte: jest jak przedtem.')).toBeVisible()
  await expect.poll(left).toBe(before)

  // Its lower edge, an hour down.
  await event.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = (await event.boundingBox())!
  const [x, edge] = [box.x + box.width / 2, box.y + box.height - 3]
  await page.mouse.move(x, edge)
  await page.mouse.down()
  await page.mouse.move(x, edge + box.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(dialog.getByLabel('Początek')).toHaveValue('19:00')
  await expect(dialog.getByLabel('Koniec', { exact: true })).toHaveValue('22:00')
})

test('an empty time that is clicked is the time of something new', async ({ page }) => {
  await page.goto(`/panel/plan?date=${tuesday}&draft=yes`)
  const column = page.locator(`[data-date="${wednesday}"]`).last()
  await column.scrollIntoViewIfNeeded()
  await column.click({ position: { x: 40, y: 60 } })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nowe zajęcia')
  await expect(page.getByLabel('Zaczynamy')).toHaveValue(wednesday)
  await expect(page.getByLabel('Początek')).toHaveValue(/^0[78]:[03]0$/)
})

test('by keyboard the list moves a session and plans something new on a day', async ({ page }) => {
  const title = `Szachy ${Date.now()}`
  await planSeries(page.request, title, [on(tuesday, '06:00', '07:00')])
  await page.goto(`/panel/plan?view=list&date=${tuesday}`)
  await page.getByRole('button', { name: `Zmień termin: ${title}` }).press('Enter')
  const dialog = page.getByRole('dialog', { name: new RegExp(title) })
  await dialog.getByLabel('Początek').fill('05:30')
  await dialog.getByRole('button', { name: 'Pokaż, co się zmieni' }).press('Enter')
  await dialog.getByRole('button', { name: 'Przenieś' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('5:30')
  await page.getByRole('link', { name: `Nowe zajęcia: wtorek ${formatDayAndMonth(tuesday, 'pl')}` }).press('Enter')
  await expect(page.getByLabel('Zaczynamy')).toHaveValue(tuesday)
})
