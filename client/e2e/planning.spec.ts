import type { Page } from '@playwright/test'
import { api, planningApi } from '#shared/contract/paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { formatDayAndMonth, formatShortDay } from '#shared/time/format.ts'
import { choose, expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, holidayAhead, plainDayAhead, weekly } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })
// Each is a long story with many looks at the page.
test.describe.configure({ timeout: 150_000 })

const dialogOf = (page: Page) => page.getByRole('dialog')

/** How a feed writes an hour of a day. */
const stamp = (day: string, hour = '17'): string => `${day.replaceAll('-', '')}T${hour}0000`
/** For a pattern: a day and its month, and no other day that ends with the same digit. */
const date = (day: string): string => `\\b${formatDayAndMonth(day, 'pl')}`

/** The series' feed, as a phone reads it: what stands in the lines of each event, in order of time. */
async function feedOf(page: Page, slug: string): Promise<readonly string[]> {
  const text = await (await page.request.get(`/feeds/series/${slug}.ics`)).text()
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => `${/DTSTART[^:]*:(\w+)/.exec(event)?.[1]} ${/STATUS:(\w+)/.exec(event)?.[1]}`)
    .toSorted()
}

test('by mouse: a series is planned, published, moved, cancelled and taken back, and residents see each step at once', async ({
  page,
}) => {
  const title = `Szycie toreb ${test.info().project.name}`
  const from = addDays(holidayAhead(), -7)
  const days = weekly(from, 6)
  const [kept, shifted, dropped] = [days.slice(0, -2), days.at(-2)!, days.at(-1)!]
  const [earlier, later] = [addDays(shifted, -1), addDays(dropped, 4)]
  await page.goto('/panel/series/new')
  await page.getByRole('textbox', { name: 'Tytuł', exact: true }).fill(title)
  await page.getByLabel('Rodzaj zajęć').selectOption({ label: 'Warsztat' })
  await choose(page, 'Program', 'Sośnica')
  await page.getByLabel('Zaczynamy').fill(from)
  await page.getByLabel('Ile razy').fill('6')
  await expect(page.getByText(new RegExp(`${days.length} termin`))).toBeVisible()
  await expect(page.getByText(/dzień wolny: \p{Lu}/u).first()).toBeVisible()
  await page.getByRole('button', { name: 'Zachowaj jako szkic' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  const series = page.url()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Pokaż mieszkańcom' }).click()
  await expect(dialogOf(page).getByRole('row', { name: /pokazane mieszkańcom/ })).toHaveCount(days.length)
  await dialogOf(page).getByRole('button', { name: 'Pokaż mieszkańcom' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  const address = await page.getByRole('link', { name: 'Strona dla mieszkańców' }).getAttribute('href')
  const slug = address?.split('/').at(-1) ?? ''
  expect(await feedOf(page, slug)).toEqual(days.map((day) => `${stamp(day)} CONFIRMED`))

  await page.getByRole('link', { name: new RegExp(date(shifted)) }).click()
  await page.getByRole('button', { name: 'Przenieś' }).click()
  await dialogOf(page).getByRole('textbox', { name: 'Dzień', exact: true }).fill(earlier)
  await dialogOf(page).getByLabel('Początek').fill('16:00')
  await expect(dialogOf(page).getByLabel('Koniec', { exact: true })).toHaveValue('18:00')
  await dialogOf(page).getByText('Sala niedostępna').click()
  await dialogOf(page).getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await expect(dialogOf(page).getByRole('row', { name: new RegExp(`${date(earlier)}, 16:00–18:00`) })).toBeVisible()
  await expectAccessible(page)
  await dialogOf(page).getByRole('button', { name: 'Przenieś', exact: true }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  expect(await feedOf(page, slug)).toContain(`${stamp(earlier, '16')} CONFIRMED`)
  await page.getByRole('link', { name: 'Strona dla mieszkańców' }).click()
  const before = `${formatShortDay(shifted, 'pl')}, 17:00`
  await expect(page.getByText(new RegExp(`Przeniesione (w|we) .*Miało być: ${before}. Sala niedostępna`))).toBeVisible()

  await page.goto(series)
  await page.getByRole('link', { name: new RegExp(date(dropped)) }).click()
  await page.getByRole('button', { name: 'Odwołaj' }).click()
  await dialogOf(page).getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await expect(dialogOf(page).getByText('Wybierz powód albo napisz własny.')).toBeVisible()
  await dialogOf(page).getByText('Prowadzący nie może przyjść').click()
  await dialogOf(page).getByText('nowy termin').click()
  await dialogOf(page).getByRole('textbox', { name: 'Dzień', exact: true }).fill(later)
  await dialogOf(page).getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await dialogOf(page).getByRole('button', { name: 'Odwołaj', exact: true }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  expect(await feedOf(page, slug)).toEqual([
    ...kept.map((day) => `${stamp(day)} CONFIRMED`),
    `${stamp(earlier, '16')} CONFIRMED`,
    `${stamp(dropped)} CANCELLED`,
    `${stamp(later)} CONFIRMED`,
  ])
  await page.getByRole('link', { name: 'Strona dla mieszkańców' }).click()
  await expect(page.getByText(/Odwołane (w|we) \S+ \d+ \p{L}+\. Prowadzący nie może przyjść/u)).toBeVisible()

  await page.goto(series)
  await page.getByRole('button', { name: 'Cofnij' }).first().click()
  await dialogOf(page)
    .getByRole('button', { name: /^Cofnij/ })
    .click()
  await expect(page.getByText('Cofnięte: jest jak przedtem.')).toBeVisible()
  expect(await feedOf(page, slug)).toContain(`${stamp(dropped)} CONFIRMED`)
})

test('what is planned often is kept as a template, and something new begins with it', async ({ page }) => {
  const title = `Szablonowe ${Date.now()}`
  await page.goto('/panel')
  const { seriesId } = await planned(page, title, {
    kind: 'picked',
    spans: [timed(dayAhead(2, 15), '10:00', '12:00')],
  })
  await page.goto(`/panel/series/${seriesId}`)
  await page.getByRole('button', { name: 'Zachowaj jako szablon' }).click()
  await dialogOf(page).getByLabel('Nazwa szablonu').fill('')
  await expect(dialogOf(page).getByRole('button', { name: 'Zachowaj' })).toBeDisabled() // without a name it is kept nowhere
  await dialogOf(page).getByLabel('Nazwa szablonu').fill(`Wzór ${title}`)
  await dialogOf(page).getByRole('button', { name: 'Zachowaj' }).click()
  await expect(page.getByText('Szablon zachowany.')).toBeVisible()
  await page.goto('/panel/series/new')
  const templates = page.getByLabel('Zacznij od szablonu')
  const option = await templates.locator('option', { hasText: `Wzór ${title}` }).textContent()
  await templates.selectOption({ label: option ?? '' })
  await expect(page.getByRole('textbox', { name: 'Tytuł', exact: true })).toHaveValue(title)
  await expect(page.getByLabel('Rodzaj zajęć')).toHaveValue('WORKSHOP')
})

type Made = { readonly seriesId: string; readonly activityId: string }
type Choices = {
  readonly programs: readonly { id: string; name: string }[]
  readonly venues: readonly { id: string; name: string; rooms: readonly { id: string; name: string }[] }[]
}

/** A series planned through the API, as the beginning of a story about what comes after. */
async function planned(page: Page, title: string, schedule: object, room?: string): Promise<Made & { readonly venue: string }> {
  const origin = { origin: new URL(page.url()).origin }
  const choices = (await (await page.request.get(api.managed.choices)).json()) as Choices
  const venue = choices.venues.find(({ name }) => name === 'Wymyślony Dom w Sośnicy')
  const data = {
    series: { title: { pl: title }, programId: choices.programs.find(({ name }) => name.includes('Sośnica'))?.id },
    activity: {
      title: { pl: title },
      kind: 'WORKSHOP',
      enrolment: 'OPEN',
      ...(room && { venueId: venue?.id, roomId: venue?.rooms.find(({ name }) => name === room)?.id }),
    },
    schedule,
    publish: true,
    anyway: true,
  }
  const answer = await page.request.post(planningApi.allSeries, { data, headers: origin })
  expect([answer.status(), await answer.text()]).toEqual([201, expect.any(String)])
  return { ...((await answer.json()) as Made), venue: venue?.name ?? '' }
}

const timed = (day: string, start: string, end: string) => ({
  kind: 'timed',
  start: `${day}T${start}:00`,
  end: `${day}T${end}:00`,
})

test.describe('two organisers on one series', () => {
  test.use({ expectedErrors: [/409/] })

  test('the second sees both versions side by side, chooses, and nothing is lost', async ({ page, browser }) => {
    const title = `Klub planszówek ${test.info().project.name}`
    await page.goto('/panel')
    const spans = [timed(dayAhead(6, 14), '10:00', '12:00')]
    const { seriesId } = await planned(page, title, { kind: 'picked', spans })
    const other = await browser.newContext({ storageState: signedInAs('organiser') })
    const theirs = await other.newPage()
    for (const one of [page, theirs]) {
      await one.goto(`/panel/series/${seriesId}/edit`)
      await expect(one.getByLabel('Opis (niekonieczne)')).toBeVisible()
    }
    await theirs.getByLabel('Opis (niekonieczne)').fill('Gry kupiła Olga.')
    await theirs.getByLabel('Kto prowadzi (niekonieczne)').fill('Olga Zmyślona')
    await theirs.getByRole('button', { name: 'Pokaż, co się zmieni' }).last().click()
    await dialogOf(theirs).getByRole('button', { name: 'Zachowaj' }).click()
    await expect(theirs.getByText('Zmiany zachowane.')).toBeVisible()
    await other.close()

    await page.getByLabel('Kto prowadzi (niekonieczne)').fill('Karolina Zmyślona')
    await page.getByLabel('Co zabrać (niekonieczne)').fill('Dobry humor')
    await page.getByRole('button', { name: 'Pokaż, co się zmieni' }).last().click()
    const merge = page.getByRole('dialog', { name: 'Ktoś był szybszy' })
    await expect(merge.getByRole('row', { name: /kto prowadzi.*Karolina Zmyślona.*Olga Zmyślona/ })).toBeVisible()
    await expect(merge.getByRole('row', { name: /opis.*Gry kupiła Olga/ })).toBeVisible()
    await expectAccessible(page)
    await merge.getByRole('radio', { name: /Olga Zmyślona/ }).check()
    await merge.getByRole('button', { name: 'Połącz i pokaż, co się zmieni' }).click()
    await dialogOf(page).getByRole('button', { name: 'Zachowaj' }).click()
    await expect(page.getByText('Zmiany zachowane.')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Kto prowadzi (niekonieczne)')).toHaveValue('Olga Zmyślona')
    await expect(page.getByLabel('Opis (niekonieczne)')).toHaveValue('Gry kupiła Olga.')
    await expect(page.getByLabel('Co zabrać (niekonieczne)')).toHaveValue('Dobry humor')
  })

  test('whoever moves what the other one has cancelled meanwhile is told so before anything else', async ({ page, browser }) => {
    const title = `Wieczór bajek ${Date.now()}`
    await page.goto('/panel')
    const day = dayAhead(6, 15)
    const spans = [timed(day, '10:00', '12:00')]
    const { seriesId } = await planned(page, title, { kind: 'picked', spans })
    const other = await browser.newContext({ storageState: signedInAs('organiser') })
    const theirs = await other.newPage()
    for (const one of [page, theirs]) {
      await one.goto(`/panel/series/${seriesId}`)
      await one.getByRole('link', { name: new RegExp(date(day)) }).click()
    }
    await page.getByRole('button', { name: 'Przenieś' }).click()
    await dialogOf(page).getByLabel('Początek').fill('11:00')
    await theirs.getByRole('button', { name: 'Odwołaj' }).click()
    await dialogOf(theirs).getByText('Pogoda').click()
    await dialogOf(theirs).getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
    await dialogOf(theirs).getByRole('button', { name: 'Odwołaj', exact: true }).click()
    await expect(dialogOf(theirs)).toHaveCount(0)
    await other.close()
    await dialogOf(page).getByText('Sala niedostępna').click()
    await dialogOf(page).getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
    await expect(dialogOf(page).getByText('To spotkanie jest już odwołane (Pogoda).')).toBeVisible()
    await expect(dialogOf(page).getByRole('row', { name: /termin.*11:00–13:00.*10:00–12:00/ })).toBeVisible()
  })
})

test('a room taken on two of the dates: each goes elsewhere, one to a free room, one to a free hour, in the same save', async ({
  page,
}) => {
  const title = `Ceramika ${test.info().project.name}`
  await page.goto('/panel')
  const [first, second, third] = weekly(plainDayAhead(4, 17, 3), 3) as [string, string, string]
  const holder = [first, second].map((day) => timed(day, '17:00', '19:00'))
  const { venue } = await planned(
    page,
    `Gra w bierki ${test.info().project.name}`,
    { kind: 'picked', spans: holder },
    'Pracownia',
  )
  await page.goto('/panel/series/new')
  await page.getByRole('textbox', { name: 'Tytuł', exact: true }).fill(title)
  await page.getByLabel('Rodzaj zajęć').selectOption({ label: 'Warsztat' })
  await choose(page, 'Program', 'Sośnica')
  await choose(page, /^Miejsce/, venue)
  await page.getByLabel(/^Sala/).selectOption({ label: 'Pracownia' })
  await page.getByLabel('Zaczynamy').fill(first)
  await page.getByLabel('Ile razy').fill('3')
  const taken = page.getByRole('listitem').filter({ hasText: 'Są tam „Gra w bierki' })
  await expect(taken).toHaveCount(2)
  await expect(page.getByText('2 w zajętej sali')).toBeVisible()
  await expectAccessible(page)

  await taken.first().getByRole('group', { name: 'Ten jeden termin:' }).getByRole('button', { name: /^Sala/ }).first().click()
  await expect(taken).toHaveCount(1)
  await taken.getByRole('group', { name: 'Ten jeden termin:' }).getByRole('button', { name: '19:00' }).click()
  await expect(taken).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'jednak jak zwykle' })).toHaveCount(2)
  await expect(page.getByText(`, ${venue}`).first()).toBeVisible()
  await page.getByRole('button', { name: 'Zachowaj i pokaż mieszkańcom' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.getByRole('row', { name: new RegExp(`${date(first)}, 17:00–19:00 .*Sala`) })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`${date(second)}, 19:00–21:00 .*Pracownia`) })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`${date(third)}, 17:00–19:00 .*Pracownia`) })).toBeVisible()
})

test('what is missing is named above the form in the order of the page, leads to its field, and stands beside it', async ({
  page,
}) => {
  await page.goto('/panel/series/new')
  await page.getByRole('textbox', { name: 'Kto prowadzi' }).fill('Zofia Zmyślona')
  await page.getByRole('button', { name: 'Zachowaj i pokaż mieszkańcom' }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('button')).toHaveText([
    'Tytuł: Uzupełnij to pole.',
    'Rodzaj zajęć: Uzupełnij to pole.',
    'Program: Uzupełnij to pole.',
  ])
  const program = page.getByRole('combobox', { name: 'Program' })
  await expect(program).toHaveAccessibleDescription('Uzupełnij to pole.')
  await summary.getByRole('button', { name: /^Program/ }).click()
  await expect(program).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Kto prowadzi' })).toHaveValue('Zofia Zmyślona')
})

test.describe('a schedule that cannot be', () => {
  test.use({ expectedErrors: [/422/] })

  test('is said beside the field that it is about, in a sentence, while one types, and what was typed stays', async ({
    page,
  }) => {
    await page.goto('/panel/series/new')
    await page.getByLabel('Zaczynamy').fill(plainDayAhead(3, 10, 3))
    const count = page.getByLabel('Ile razy')
    await count.fill('1000')
    await expect(count).toHaveAccessibleDescription('To za wiele terminów: może ich być najwyżej 400.')
    await expect(page.getByText('Popraw to, co zaznaczone, a pokażemy tu terminy.')).toBeVisible()
    await expect(count).toHaveValue('1000')
    await count.fill('3')
    await expect(page.getByText('3 terminy')).toBeVisible()

    const [start, end] = [page.getByLabel('Początek', { exact: true }), page.getByLabel('Koniec', { exact: true })]
    await end.fill('15:00')
    await expect(end).toHaveAccessibleDescription('Koniec musi być po początku.')
    await start.fill('02:30')
    await end.fill('05:00')
    await expect(start).toHaveAccessibleDescription(/Między 2:00 a 3:00 w nocy zmienia się czas/)
    await start.fill('17:00')
    await end.fill('19:00')

    await page.getByText('do dnia').click()
    await page.getByLabel('Ostatni dzień').fill(addDays(dayAhead(1, 10), 1000))
    await expect(page.getByLabel('Ostatni dzień')).toHaveAccessibleDescription(
      'Planujemy najwyżej na 24 miesiące od pierwszego terminu.',
    )
    await page.getByLabel('Zaczynamy').fill(holidayAhead())
    await page.getByLabel('Ostatni dzień').fill(holidayAhead())
    await expect(page.getByRole('group', { name: 'W które dni' })).toHaveAccessibleDescription(
      'Z tego planu nie wychodzi żaden termin.',
    )
    await expectAccessible(page)
  })
})
