import { noticeVersion } from '#shared/contract/kinds.ts'
import { api, attendanceApi, pages, panelPages } from '#shared/contract/paths.ts'
import type { AttendanceSums } from '#shared/contract/attendance.ts'
import { sessionWithDoor } from './door-link.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { widthBeyond } from './page-texts.ts'
import { signedInAs } from './staff.ts'

// Without a network the browser complains about every request; a second device is refused.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/] })

test('T08, T61: two devices take attendance, one of them without a network for a while, and both end with the same', async ({
  page,
  browser,
  context,
}) => {
  test.setTimeout(120_000)
  const { session, start, token } = await sessionWithDoor({ enrolment: 'PER_SESSION', capacity: 20 })
  for (const [index, name] of ['Anna Wymyślona', 'Jan Zmyślony'].entries()) {
    const form = { name, contact: `60012398${index}`, attending: true, others: [], language: 'pl', seen: start, waiting: true }
    const signedUp = await page.request.post(api.signUps(session), { data: { ...form, notice: noticeVersion } })
    expect(signedUp.status()).toBe(201)
  }

  // The tablet at the door: nobody's name before it is this device's.
  await page.goto(pages.door(token))
  await expect(page.getByRole('button', { name: 'Otwórz listę na tym urządzeniu' })).toBeVisible()
  await expect(page.getByText('Anna Wymyślona')).toHaveCount(0)
  await page.getByRole('button', { name: 'Otwórz listę na tym urządzeniu' }).tap()
  const anna = page.getByRole('button', { name: /Anna Wymyślona/ })
  await anna.tap()
  await expect(anna).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Jest 1 z 2')).toBeVisible()
  await expect(page.getByText('Wszystko wysłane.')).toBeVisible()
  await expectAccessible(page)
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0)

  // Another phone with the same address gets nothing.
  const stranger = await browser.newContext()
  const strange = await stranger.newPage()
  await strange.goto(pages.door(token))
  await strange.getByRole('button', { name: 'Otwórz listę na tym urządzeniu' }).click()
  await expect(strange.getByRole('heading', { name: 'Ta lista nie jest otwarta' })).toBeVisible()
  await stranger.close()

  await context.setOffline(true)
  await page.getByRole('button', { name: /Jan Zmyślony/ }).tap()
  await page.getByLabel('Imię i nazwisko').fill('Gość Bez Zapisu')
  await page.getByRole('button', { name: 'Dopisz' }).tap()
  await page.getByRole('button', { name: 'Jedna osoba więcej' }).tap()
  await expect(page.getByText('Zapisano na tym telefonie (3), wyślemy, gdy wróci internet.')).toBeVisible()
  await expect(page.getByText('Jest 4, na liście 2')).toBeVisible()

  // Meanwhile somebody who is signed in takes Anna back and counts two more.
  const office = await browser.newContext({ storageState: signedInAs('desk'), viewport: { width: 1280, height: 900 } })
  const panel = await office.newPage()
  await panel.goto(panelPages.session(session))
  await panel.getByRole('link', { name: 'Zaznacz obecność' }).click()
  await panel.getByRole('button', { name: /Anna Wymyślona/ }).click()
  await panel.getByLabel('Policzone razem').fill('2')
  await panel.getByRole('button', { name: 'Zachowaj liczbę' }).click()
  await expect(panel.getByText('Wszystko wysłane.')).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByText('Wszystko wysłane.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Jest 5, na liście 2')).toBeVisible()
  await expect(anna).toHaveAttribute('aria-pressed', 'false')
  await expect(panel.getByText('Jest 5, na liście 2')).toBeVisible({ timeout: 20_000 })
  await expect(panel.getByRole('button', { name: /Gość Bez Zapisu/ })).toHaveAttribute('aria-pressed', 'true')
  const sums = (await (await panel.request.get(attendanceApi.sums(session))).json()) as AttendanceSums
  expect(sums).toMatchObject({ present: 5, unnamed: 3, expected: 2 })
  await expectAccessible(panel)
  await panel.goto(panelPages.session(session))
  await expect(panel.getByText('Przyszło: 5. Na liście: 2.')).toBeVisible()

  // T41: on paper a name with marks that turn letters round, and one that never ends, stay in their own lines.
  const odd = { name: `Zażółć\u202E\u200B ${'Gęśląjaźń'.repeat(18)}`, contact: '600123989', attending: true, others: [] }
  const late = await page.request.post(api.signUps(session), {
    data: { ...odd, language: 'pl', seen: start, waiting: true, notice: noticeVersion },
  })
  expect(late.status()).toBe(201)
  await panel.setViewportSize({ width: 600, height: 900 })
  await panel.goto(panelPages.doorList(session))
  const lines = panel.locator('.door-list').getByRole('listitem')
  await expect(lines).toHaveText([/Anna Wymyślona/, /Jan Zmyślony/, /^\s*Zażółć (Gęśląjaźń){18}\s*$/])
  await panel.emulateMedia({ media: 'print' })
  const boxes = await lines.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
  expect(boxes.slice(1).map(({ top }, index) => top >= boxes[index]!.bottom)).toEqual([true, true])
  expect(await widthBeyond(panel)).toBeLessThanOrEqual(0)
  await office.close()
})
