import { readFileSync } from 'node:fs'
import { planningApi } from '#shared/contract/panel-paths.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })

test('the log tells in a sentence who moved what and why, is narrowed by a choice that stays in its address, and comes as a file', async ({
  page,
}) => {
  const [title, today] = [`Zielnik ${Date.now()}`, dayInWarsaw(Date.now())]
  const [friday, saturday] = [dayAhead(5, 10), dayAhead(6, 10)]
  const { sessions } = await planSeries(page.request, title, [{ start: `${friday}T11:00:00`, end: `${friday}T12:00:00` }])
  const { id, version } = sessions[0] as unknown as { id: string; version: number }
  const moved = await page.request.patch(planningApi.session(id), {
    headers: { origin: process.env['E2E_URL'] ?? '' },
    data: {
      version,
      changes: { when: { kind: 'timed', start: `${saturday}T11:00:00`, end: `${saturday}T12:00:00` } },
      reason: { code: 'weather' },
    },
  })
  expect([moved.status(), await moved.text()]).toEqual([200, expect.any(String)])

  await page.goto('/panel/log')
  await expect(
    page.getByText(new RegExp(`Karolina Koordynująca przenosi spotkanie „${title}”.* z .*, 11:00 na .*, 11:00`)),
  ).toBeVisible()
  await page.getByLabel('Czego dotyczy').selectOption({ label: 'miejsca i sale' })
  await expect(page).toHaveURL(/subject=places/)
  await expect(page.getByText(title)).toHaveCount(0)
  await page.getByLabel('Czego dotyczy').selectOption({ label: 'zajęcia i spotkania' })
  await page.getByLabel('Kto', { exact: true }).selectOption({ label: 'Karolina Koordynująca' })
  await page.getByLabel('Od dnia').fill(today)
  await expect(page.getByText(title).first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Kto', { exact: true }).getByRole('option', { selected: true })).toHaveText(
    'Karolina Koordynująca',
  )
  await expectAccessible(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Pobierz arkusz (CSV)' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(lines.some((line) => line.includes('Karolina Koordynująca') && line.includes(`przenosi spotkanie „${title}”`))).toBe(
    true,
  )
  expect(lines.filter((line) => line.includes('Olga Organizująca'))).toEqual([])

  await page.getByRole('button', { name: 'Pokaż wszystko' }).click()
  await expect(page).toHaveURL(/\/panel\/log$/)
})
