import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, test } from './page-test.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })

const inDays = (days: number): string => {
  const day = new Date(Date.now() + days * 86_400_000)
  return day.toISOString().slice(0, 10).split('-').toReversed().join('.')
}

test('a plan pasted from a spreadsheet is looked at, comes in, stands in the feed, and is taken back as one', async ({
  page,
  request,
}) => {
  const title = `Haft krzyżykowy ${Date.now()}`
  const table = [
    'Data\tOd\tDo\tZajęcia',
    `${inDays(8)}\t17:00\t19:00\t${title}`,
    `${inDays(15)}\t17:00\t19:00\t${title}`,
    `30.02.2027\t17:00\t\tNic`,
  ]
  await page.goto('/panel/import')
  await expect(page.getByRole('heading', { level: 1, name: 'Wczytaj plan' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Wczytaj i pokaż, co się zmieni' }).click()
  await expect(page.getByText('Najpierw wklej wiersze.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Wklejone wiersze' }).fill(table.join('\n'))
  await page.getByRole('button', { name: 'Wczytaj i pokaż, co się zmieni' }).click()

  const target = page.getByRole('combobox', { name: 'Czyje to są zajęcia?' })
  await target.selectOption({ index: 1 })
  await page.getByRole('checkbox', { name: /Pokaż od razu mieszkańcom/ }).check()
  await expect(page.getByRole('button', { name: 'nowe 2' })).toBeVisible()
  await expect(page.getByText('nie ma takiego dnia: 30.02.2027')).toBeVisible()
  await page.screenshot({ path: 'build/test/import-review.png', fullPage: true })
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Wczytaj 2 do planu' }).click()
  await expect(page.getByText('Zaplanowane: 2. Zmienione: 0. Odwołane: 0.')).toBeVisible()
  await expectAccessible(page)
  expect(await (await request.get('/feeds/all.ics')).text()).toContain(title)

  await page.getByRole('button', { name: 'Cofnij ten import' }).click()
  await expect(page.getByText('Import cofnięty.')).toBeVisible()
  expect((await (await request.get('/feeds/all.ics?cancelled=hide')).text()).includes(title)).toBe(false)

  await page.getByRole('button', { name: 'Wczytaj następny plan' }).click()
  await expect(page.getByRole('button', { name: 'Wczytaj nową wersję: Wklejony plan' }).first()).toBeVisible()
})

test('a file that is too large or is something else says so beside its field, and stays chosen', async ({ page }) => {
  await page.goto('/panel/import')
  await page.getByRole('radio', { name: /Mam plik/ }).check()
  const file = page.locator('input[type=file]')
  const large = fileURLToPath(new URL('../../build/test/large-plan.csv', import.meta.url))
  writeFileSync(large, Buffer.alloc(20 * 1024 * 1024, 'a'))
  await file.setInputFiles(large)
  await page.getByRole('button', { name: 'Wczytaj i pokaż, co się zmieni' }).click()
  await expect(page.getByText('Plik jest za duży: najwyżej 5 MB.')).toBeVisible()
})
