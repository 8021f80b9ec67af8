import { noticeVersion } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ serviceWorkers: 'block', storageState: signedInAs('coordinator'), expectedErrors: [/409/] })

test('one takes a free time, is offered others when it is gone, goes to another one, and the day has its list', async ({
  page,
}) => {
  const title = `Porady zmyślone ${Math.random().toString(36).slice(2, 8)}`
  const day = dayAhead(2, 3)
  const span = { start: `${day}T15:00:00`, end: `${day}T17:00:00` }
  const rules = { enrolment: 'BY_APPOINTMENT', slotMinutes: 30, kind: 'CONSULTATION' }
  const { sessions } = await planSeries(page.request, title, [span], true, rules)
  const id = sessions[0]!.id
  await page.goto(`/sessions/${id}`)
  await expect(page.getByText('są wolne godziny')).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz mnie' }).click()
  await page.getByLabel('Imię i nazwisko').fill('Jadwiga Wymyślona')
  await page.getByLabel('Telefon lub e-mail').fill('600 700 821')
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByText('Wybierz godzinę.')).toBeVisible()
  await page.getByLabel('15:30–16:00').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByText('15:30–16:00')).toBeVisible()
  // Meanwhile somebody else takes that very time.
  const other = { name: 'Szybka Wymyślona', contact: '600 700 822', attending: true, others: [], language: 'pl', waiting: false }
  const data = { ...other, seen: span.start, slot: `${day}T15:30:00`, notice: noticeVersion }
  await page.request.post(api.signUps(id), { data, headers: { origin: new URL(page.url()).origin } })
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText('Ktoś właśnie zajął tę godzinę.')).toBeVisible()
  await expect(page.getByLabel('15:30–16:00')).toHaveCount(0)
  await page.getByLabel('16:00–16:30').check()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText(/16:00–16:30/)).toBeVisible()
  await page.getByRole('link', { name: 'Strona tego zapisu' }).click()

  await expect(page.getByText('Umówiona godzina:')).toBeVisible()
  await page.getByRole('button', { name: 'Inna godzina albo dzień' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: /Zamień na: .*16:30–17:00/ }).click()
  await expect(page.getByText(/16:30–17:00/)).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(panelPages.session(id))
  await expect(page.getByText('Wolne godziny: 15:00, 16:00')).toBeVisible()
  await page.getByRole('button', { name: 'Przełóż: Jadwiga Wymyślona' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '15:00–15:30' }).click()
  await expect(page.getByText('Przełożone na 15:00.')).toBeVisible()
  await expect(page.getByText('Wolne godziny: 16:00, 16:30')).toBeVisible()

  // Whoever rings gets one of the free times from the desk.
  await page.goto(`${panelPages.desk}?session=${id}`)
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill('Zofia Dzwoniąca')
  await page.getByRole('button', { name: 'Nowa osoba' }).click()
  await expect(page.getByLabel('Imię i nazwisko')).toHaveValue('Zofia Dzwoniąca')
  await page.getByLabel('16:30–17:00').check()
  await page.getByRole('checkbox', { name: 'Przeczytane' }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Jest miejsce' })).toBeVisible()
  await page.goto(panelPages.session(id))
  await expect(page.getByText('Wolne godziny: 16:00', { exact: true })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /16:30–17:00 Zofia Dzwoniąca/ })).toBeVisible()
})
