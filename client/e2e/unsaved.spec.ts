import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })

test('what was typed into a dialog or pasted into an import is lost only after a yes', async ({ page }) => {
  const title = `Witraż ${Date.now()}`
  const day = dayAhead(1, 13)
  const { seriesId } = await planSeries(page.request, title, [{ start: `${day}T05:00:00`, end: `${day}T06:00:00` }])
  const asks = page.getByRole('dialog', { name: 'Wyjść bez zachowania zmian?' })
  const stay = asks.getByRole('button', { name: 'Zostań na stronie' })
  const leave = asks.getByRole('button', { name: 'Wyjdź bez zachowania' })

  await page.goto(`/panel/series/${seriesId}`)
  await page.getByRole('link', { name: /05:00–06:00/ }).click()
  await page.getByRole('button', { name: 'Dopisek, prowadzący, tytuł' }).click()
  const dialog = page.getByRole('dialog', { name: 'Co o tym spotkaniu' })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0) // nothing was typed, so nothing is asked
  await page.getByRole('button', { name: 'Dopisek, prowadzący, tytuł' }).click()
  const note = dialog.getByLabel('Dopisek do tego spotkania (niekonieczne)')
  await note.fill('Weź stare szybki.')
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Zamknij' }).click(),
    () => page.goBack(),
  ]) {
    await close()
    await expect(stay).toBeVisible()
    await stay.press('Enter')
    await expect(asks).toHaveCount(0)
    await expect(note).toHaveValue('Weź stare szybki.')
  }
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Escape') // the browser itself closes at the second
  await expect(dialog).toHaveCount(1)
  if (await asks.isVisible()) await stay.click()
  await expect(note).toHaveValue('Weź stare szybki.')
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await leave.click()
  await expect(dialog).toHaveCount(0)

  await page.goto('/panel/import')
  const pasted = page.getByRole('textbox', { name: 'Wklejone wiersze' })
  await pasted.fill(`Data\tOd\tDo\tZajęcia\n${day}\t07:00\t08:00\t${title}`)
  await page.getByRole('link', { name: 'Dziś' }).click()
  await stay.click()
  await expect(pasted).toHaveValue(new RegExp(title))
  await page.getByRole('button', { name: 'Wczytaj i pokaż, co się zmieni' }).click()
  await expect(page.getByRole('combobox', { name: 'Czyje to są zajęcia?' })).toBeVisible()
  await page.getByRole('link', { name: 'Dziś' }).click()
  await leave.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()
})
