import { planningApi } from '#shared/contract/paths.ts'
import { choose, expect, test } from './page-test.ts'
import { dayAhead, plainDayAhead, planSeries, shortNightAhead } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator'), expectedErrors: [/415|422|ERR_/] })

test('a connection is lost after the plan arrived: what was typed stays, the same save again succeeds, and there is one series', async ({
  page,
}) => {
  const title = `Filcowanie ${Date.now()}`
  await page.goto('/panel/series/new')
  await page.getByRole('textbox', { name: 'Tytuł', exact: true }).fill(title)
  await page.getByLabel('Rodzaj zajęć').selectOption({ label: 'Warsztat' })
  await choose(page, 'Program', 'Sośnica')
  await page.getByLabel('Zaczynamy').fill(plainDayAhead(7, 14, 2))
  await page.getByLabel('Ile razy').fill('2')
  await expect(page.getByText('2 terminy')).toBeVisible()
  let saves = 0
  await page.route(`**${planningApi.allSeries}`, async (route) => {
    saves += 1
    if (saves > 1) return route.continue()
    await route.fetch() // it arrives,
    return route.abort('connectionreset') // and its answer doesn't
  })
  const save = page.getByRole('button', { name: 'Zachowaj jako szkic' })
  await save.click()
  await expect(
    page.getByText('Nie wiemy, czy zmiany dotarły – zachowaj jeszcze raz, nic się nie zdubluje.').first(),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tytuł', exact: true })).toHaveValue(title)
  await save.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await page.goto('/panel/series')
  await page.getByLabel('Szukaj po tytule, programie albo klubie').fill(title)
  await expect(page.getByRole('row', { name: new RegExp(title) })).toHaveCount(1)
})

test('files that are not what their names say are refused in words beside the field, and a sheet under a wrong name is read', async ({
  page,
}) => {
  await page.goto('/panel/import')
  await page.getByRole('radio', { name: /Mam plik/ }).check()
  const field = page.locator('input[type=file]')
  for (const [name, content, words] of [
    ['plan.csv', '\x89PNG\r\n\x1a\n\0\0\0', 'To nie jest tabela ani kalendarz, niezależnie od nazwy pliku.'],
    ['plan.ics', '%PDF-1.7', 'To nie jest tabela ani kalendarz, niezależnie od nazwy pliku.'],
    ['plan.xlsx', 'PK\x03\x04zepsuty', 'Tego arkusza nie da się otworzyć: jest uszkodzony albo niepełny.'],
  ] as const) {
    await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content, 'latin1') })
    await page.getByRole('button', { name: 'Wczytaj i pokaż, co się zmieni' }).click()
    await expect(field).toHaveAccessibleDescription(new RegExp(words))
    expect(await field.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe(name)
  }
  const table = `Data;Od;Do;Zajęcia\n${dayAhead(7, 15)};17:00;18:00;Filc`
  await field.setInputFiles({ name: 'plan.ics', mimeType: 'text/calendar', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: 'Wczytaj i pokaż, co się zmieni' }).click()
  await expect(page.getByRole('combobox', { name: 'Czyje to są zajęcia?' })).toBeVisible()
})

test('in a dialog too, a time that cannot be is said beside its field and stays as it was typed', async ({ page }) => {
  const day = dayAhead(7, 13)
  const { sessions } = await planSeries(page.request, `Tkanie ${Date.now()}`, [
    { start: `${day}T05:00:00`, end: `${day}T06:00:00` },
  ])
  await page.goto(`/panel/sessions/${sessions[0]?.id}`)
  await page.getByRole('button', { name: 'Przenieś' }).click()
  const dialog = page.getByRole('dialog')
  const look = dialog.getByRole('button', { name: 'Pokaż, co się zmieni' })
  const [on, start, end] = [
    dialog.getByLabel('Dzień', { exact: true }),
    dialog.getByLabel('Początek'),
    dialog.getByLabel('Koniec', { exact: true }),
  ]
  await end.fill('04:00')
  await look.click()
  await expect(end).toHaveAccessibleDescription('Koniec musi być po początku.')
  await expect(end).toHaveValue('04:00')
  await end.fill('06:00')
  await on.fill(shortNightAhead())
  await start.fill('02:30')
  await look.click()
  await expect(start).toHaveAccessibleDescription(/Między 2:00 a 3:00 w nocy zmienia się czas/)
  await expect(start).toHaveValue('02:30')
  await start.fill('05:00')
  await on.fill('2020-01-06')
  await look.click()
  await expect(start).toHaveAccessibleDescription('Ten termin już minął. Wybierz późniejszy.')
  await expect(on).toHaveValue('2020-01-06')
})
