import type { Page } from '@playwright/test'
import { api, planningApi } from '#shared/contract/paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('administrator') })

/** The next 3 May that lies far enough ahead to plan before it: a holiday on a fixed day. */
function holidayAhead(): string {
  const soonest = addDays(dayInWarsaw(Date.now()), 84)
  const year = Number(soonest.slice(0, 4))
  return soonest <= `${year}-05-03` ? `${year}-05-03` : `${year + 1}-05-03`
}

const holiday = holidayAhead()
/** Ten weeks before its first copied date, when no holiday is near. */
const seasonFrom = addDays(holiday, -77)

async function send(page: Page, path: string, data: object): Promise<{ readonly id: string }> {
  const answer = await page.request.post(path, { data, headers: { origin: process.env['E2E_URL'] ?? '' } })
  expect([answer.status(), await answer.text()]).toEqual([201, expect.any(String)])
  return (await answer.json()) as { id: string }
}

/** A program of this test's own with two series, each of three weeks. */
async function planSeason(page: Page, mark: number): Promise<void> {
  const { cities } = (await (await page.request.get(api.managed.choices)).json()) as { cities: { id: string; name: string }[] }
  const { id: programId } = await send(page, api.managed.programs, {
    name: `Wymyślony program ${mark}`,
    slug: `wymyslony-program-${mark}`,
    cityId: cities.find(({ name }) => name === 'Gliwice')?.id,
    operatorId: null,
    venueId: null,
    startsOn: null,
    endsOn: null,
    openness: 'CITY',
    openTo: null,
    audiences: [],
    description: null,
    districtIds: [],
    funding: [],
  })
  for (const [title, day] of [
    [`Chór ${mark}`, seasonFrom],
    [`Ogród ${mark}`, addDays(seasonFrom, 1)],
  ] as const)
    await send(page, planningApi.allSeries, {
      series: { title: { pl: title }, programId },
      activity: { title: { pl: title }, kind: 'WORKSHOP', enrolment: 'OPEN' },
      schedule: {
        kind: 'rule',
        first: { kind: 'timed', start: `${day}T17:00:00`, end: `${day}T18:00:00` },
        rule: 'FREQ=WEEKLY;COUNT=3',
      },
      publish: true,
    })
}

test('a season copied into a holiday leaves that date out and says why, comes as drafts, and is taken back whole', async ({
  page,
}) => {
  const mark = Date.now()
  await page.goto('/panel')
  await planSeason(page, mark)
  await page.goto('/panel/series')
  await page.getByLabel('Szukaj po tytule, programie albo klubie').fill(String(mark))
  const rows = page.getByRole('row', { name: new RegExp(`${mark}`) })
  await expect(rows).toHaveCount(2)

  await page.getByRole('button', { name: 'Skopiuj cały sezon' }).click()
  const dialog = page.getByRole('dialog', { name: 'Skopiuj cały sezon' })
  await dialog.getByRole('button', { name: 'Pokaż nowe terminy' }).click()
  await expect(dialog.getByLabel('Jak nazwać tę kopię')).toHaveAccessibleDescription(/Uzupełnij/)
  await dialog.getByLabel('Program').selectOption({ label: `Wymyślony program ${mark}` })
  await dialog.getByLabel('Sezon od').fill(seasonFrom)
  await dialog.getByLabel('Sezon do').fill(addDays(seasonFrom, 20))
  await dialog.getByLabel('O ile tygodni później').fill('10')
  await dialog.getByLabel('Jak nazwać tę kopię').fill('Maj')
  await dialog.getByRole('button', { name: 'Pokaż nowe terminy' }).click()
  await expect(dialog).toContainText('2 cykle, 5 terminów')
  await expect(dialog.getByRole('listitem').filter({ hasText: `Chór ${mark}` })).toContainText('2 terminy')
  await dialog.getByText('Pominięty 1 dzień').click()
  await expect(dialog.getByText(/3 maja.*dzień wolny: Święto Konstytucji 3 Maja/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Skopiuj jako szkice' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Sezon skopiowany jako szkice.')).toBeVisible()
  await expect(rows).toHaveCount(4)
  await expect(rows.filter({ hasText: 'szkic' })).toHaveCount(2)

  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect(page.getByText('Cofnięte: jest jak przedtem.')).toBeVisible()
  await expect(rows).toHaveCount(2)
})
