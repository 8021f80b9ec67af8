import type { Page } from '@playwright/test'
import { api } from '#shared/contract/paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { formatDayAndMonth, formatShortDay } from '#shared/time/format.ts'
import { keyboardOf } from './keyboard.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, plainDayAhead, planSeries, weekly } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })

const dialogOf = (page: Page) => page.getByRole('dialog')
/** As it is typed into a field for a day: `02112027` in the browser's American order. */
const typed = (day: string): string => day.slice(5, 7) + day.slice(8) + day.slice(0, 4)
const hours = (day: string, from: string, to: string) => ({ start: `${day}T${from}:00`, end: `${day}T${to}:00` })

test('a series is planned and one of its meetings moved', async ({ page }) => {
  const { press, tabTo, type } = keyboardOf(page)
  const title = `Haft ${test.info().project.name}`
  const [first, second] = weekly(plainDayAhead(3, 10, 3), 3) as [string, string]
  const instead = addDays(second, 1)
  await page.goto('/panel/series/new')
  await expect(page.getByRole('heading', { level: 1, name: 'Nowe zajęcia' })).toBeVisible()
  await tabTo('Tytuł')
  await type(title)
  await tabTo('Rodzaj zajęć')
  await type('War')
  await tabTo('Program')
  await type('Sośnica')
  await expect(page.getByRole('listbox', { name: 'Program' }).getByRole('option', { disabled: false }).first()).toBeVisible()
  await press('Enter')
  await tabTo('Zaczynamy')
  await type(typed(first))
  await tabTo('Ile razy')
  await press('Control+a')
  await type('3')
  await tabTo('Zachowaj i pokaż mieszkańcom')
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(title))
  await tabTo(new RegExp(`\\b${formatDayAndMonth(second, 'pl')}`))
  await press('Enter')
  await tabTo('Przenieś')
  await press('Enter')
  await expect(dialogOf(page)).toBeVisible()
  await tabTo('Dzień')
  await type(typed(instead))
  await tabTo('Pokaż, co się zmieni')
  await press('Enter')
  await expect(dialogOf(page).getByRole('row', { name: new RegExp(`czw. ${formatDayAndMonth(instead, 'pl')}`) })).toBeVisible()
  await tabTo('Przenieś')
  await press('Enter')
  await expect(page.getByText('Przeniesione.')).toBeVisible()
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByText(formatShortDay(instead, 'pl')).first()).toBeVisible()
})

test('a meeting is cancelled with a reason and a date instead', async ({ page }) => {
  const { press, tabTo, type } = keyboardOf(page)
  const title = `Koronka ${Date.now()}`
  const [day, instead] = [dayAhead(2, 11), dayAhead(4, 11)]
  const { sessions } = await planSeries(page.request, title, [hours(day, '06:00', '07:00')])
  await page.goto(`/panel/sessions/${sessions[0]?.id}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await tabTo('Odwołaj')
  await press('Enter')
  await expect(dialogOf(page).getByText('Dlaczego?')).toBeVisible()
  await tabTo('Prowadzący nie może przyjść')
  await press('Space')
  await tabTo('nic')
  await press('ArrowDown')
  await expect(dialogOf(page).getByRole('radio', { name: 'nowy termin' })).toBeChecked()
  await tabTo('Dzień')
  await type(typed(instead))
  await tabTo('Pokaż, co się zmieni')
  await press('Enter')
  await expect(dialogOf(page).getByRole('row', { name: /^odwołane/ })).toBeVisible()
  await expect(
    dialogOf(page).getByRole('row', { name: new RegExp(`^nowe.*${formatDayAndMonth(instead, 'pl')}, 06:00–07:00`) }),
  ).toBeVisible()
  await expectAccessible(page)
  await tabTo('Odwołaj')
  await press('Enter')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByText('Prowadzący nie może przyjść')).toBeVisible()
  await tabTo(new RegExp(`${formatDayAndMonth(instead, 'pl')}, 06:00–07:00`))
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Przenieś' })).toBeVisible()
})

type Choices = { readonly venues: readonly { id: string; name: string; rooms: readonly { id: string; name: string }[] }[] }

test('a meeting that would come into a taken room takes the room that is proposed', async ({ page }) => {
  const { press, tabTo, type } = keyboardOf(page)
  const mark = Date.now()
  const day = dayAhead(3, 11)
  const { venues } = (await (await page.request.get(api.managed.choices)).json()) as Choices
  const venue = venues.find(({ name }) => name === 'Wymyślony Dom w Sośnicy')
  const place = { venueId: venue?.id, roomId: venue?.rooms.find(({ name }) => name === 'Pracownia')?.id }
  await planSeries(page.request, `Origami ${mark}`, [hours(day, '06:00', '07:00')], true, place)
  const { sessions } = await planSeries(page.request, `Kaligrafia ${mark}`, [hours(day, '07:00', '08:00')], true, place)
  await page.goto(`/panel/sessions/${sessions[0]?.id}`)
  await expect(page.getByRole('heading', { level: 1, name: `Kaligrafia ${mark}` })).toBeVisible()
  await tabTo('Przenieś')
  await press('Enter')
  await expect(dialogOf(page)).toBeVisible()
  await tabTo('Początek')
  await type('0630AM')
  await tabTo('Pokaż, co się zmieni')
  await press('Enter')
  await expect(dialogOf(page).getByText(`Są tam „Origami ${mark}”`)).toBeVisible()
  await expect(dialogOf(page).getByRole('button', { name: 'Najpierw wybierz wolną salę albo godzinę' })).toBeVisible()
  await tabTo(/^Sala/)
  await press('Enter')
  await expect(dialogOf(page).getByText(`Są tam „Origami ${mark}”`)).toHaveCount(0)
  await tabTo('Przenieś')
  await press('Enter')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(page.getByText('Wymyślony Dom w Sośnicy, Sala').first()).toBeVisible()
  await expect(page.getByText(/06:30–07:30/).first()).toBeVisible()
})
