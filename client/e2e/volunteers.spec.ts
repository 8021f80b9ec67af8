import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api, pages, panelPages, volunteerApi } from '#shared/contract/paths.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, meetingIn, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator'), expectedErrors: [/409/] })

/** A phone of somebody without an account. */
async function visitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    storageState: { cookies: [], origins: [] },
  })
  return context.newPage()
}

async function addShift(page: Page, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Dodaj dyżur' }).click()
  await fill()
  await page.getByRole('button', { name: 'Zachowaj' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Everything that a form asks of somebody new, and its button. */
async function fillIn(page: Page, name: string, contact: string, age: string): Promise<void> {
  await page.getByLabel('Imię i nazwisko').fill(name)
  await page.getByLabel('Telefon lub e-mail').fill(contact)
  await page.getByRole('radio', { name: age }).check()
  await page.getByRole('button', { name: 'Zgłaszam się' }).click()
}

test('a shift is planned, found and taken, its stand-in approved, a paper noted, and what was done certified', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const title = `Piknik z grillem ${Math.random().toString(36).slice(2, 8)}`
  const day = dayAhead(6, 3)
  const { sessions } = await planSeries(page.request, title, [{ start: `${day}T11:00:00`, end: `${day}T15:00:00` }])
  const session = sessions[0]!.id

  // The organiser says where hands are needed: two at the grill, one with children who was checked for that.
  await page.goto(panelPages.session(session))
  await addShift(page, async () => {
    await page.getByLabel('Co trzeba zrobić', { exact: true }).fill('grill')
    await page.getByLabel('Od', { exact: true }).fill('12:00')
    await page.getByLabel('Do', { exact: true }).fill('14:00')
    await page.getByLabel('Co najmniej osób').fill('1')
    await page.getByLabel('Najwyżej osób').fill('2')
    await page.getByLabel('Od ilu lat').fill('18')
    await expectAccessible(page)
  })
  await addShift(page, async () => {
    await page.getByLabel('Co trzeba zrobić', { exact: true }).fill('animacje dla dzieci')
    await page.getByLabel('Od', { exact: true }).fill('13:00')
    await page.getByLabel('Do', { exact: true }).fill('15:00')
    await page.getByLabel('Najwyżej osób').fill('1')
    await page.getByLabel('Trzeba sprawdzenia do pracy z dziećmi').check()
  })
  await expect(page.getByText('jest 0, potrzeba 1–2 · od 18 lat')).toBeVisible()

  // Ola finds it in the list of all that lack hands, and takes it on the meeting's page.
  const ola = await visitor(browser)
  await ola.goto(pages.volunteering)
  await expectAccessible(ola)
  await ola.getByRole('link', { name: title }).first().tap()
  await expect(ola.getByRole('heading', { name: title })).toBeVisible()
  await expect(ola.getByText(/^Potrzebna jeszcze 1 osoba: grill, 12:00–14:00$/)).toBeVisible()
  await ola.getByRole('button', { name: 'Pomogę: grill' }).tap()
  await expectAccessible(ola)
  await fillIn(ola, 'Ola Wymyślona', `ola.${randomUUID()}@example.pl`, '18 lub więcej')
  await expect(ola.getByRole('heading', { name: 'Dyżur jest Twój. Dziękujemy!' })).toBeFocused()
  await expectAccessible(ola)
  await ola.getByRole('link', { name: 'Strona Twojego dyżuru' }).tap()
  await expect(ola.getByRole('heading', { name: 'Twój dyżur' })).toBeVisible()
  await expectAccessible(ola)
  const olas = ola.url()

  // The children's shift overlaps, and asks for a paper: both are said kindly, and neither ends the conversation.
  await ola.getByRole('link', { name: 'Gdzie jeszcze jestem potrzebny, potrzebna' }).tap()
  await expect(ola.getByText('Ola Wymyślona, tu możesz pomóc.')).toBeVisible()
  const children = ola.getByRole('listitem').filter({ hasText: title })
  await expect(children).toHaveCount(1)
  await expect(children.getByText('Najpierw trzeba: sprawdzenia do pracy z dziećmi.')).toBeVisible()
  await children.getByRole('button', { name: 'Pomogę: animacje dla dzieci' }).tap()
  await children.getByRole('button', { name: 'Zgłaszam się' }).tap()
  await expect(ola.getByText('O tej porze masz już coś innego: 12:00–14:00. Na pewno dasz radę?')).toBeVisible()
  await expectAccessible(ola)
  await children.getByRole('button', { name: 'Tak, dam radę' }).tap()
  await expect(ola.getByText('Do tego dyżuru potrzebujemy jeszcze: sprawdzenia do pracy z dziećmi.')).toBeVisible()
  await children.getByRole('button', { name: 'Wyślij do sprawdzenia' }).tap()
  await expect(ola.getByRole('heading', { name: 'Zgłoszenie czeka na sprawdzenie' })).toBeVisible()
  await ola.getByRole('link', { name: 'Strona Twojego dyżuru' }).tap()
  await expect(ola.getByText('Organizator odezwie się do Ciebie.')).toBeVisible()
  const childrens = ola.url()

  // Jan takes the other place at the grill, so Ewa finds it full; Ola looks for somebody, and Ewa would.
  const jan = await visitor(browser)
  await jan.goto(pages.session(session))
  await jan.getByRole('button', { name: 'Pomogę: grill' }).tap()
  await fillIn(jan, 'Jan Zmyślony', `jan.${randomUUID()}@example.pl`, '18 lub więcej')
  await expect(jan.getByRole('heading', { name: 'Dyżur jest Twój. Dziękujemy!' })).toBeVisible()
  await jan.context().close()
  const ewa = await visitor(browser)
  await ewa.goto(pages.session(session))
  await expect(ewa.getByText('Mamy już komplet. Możesz zgłosić się na listę rezerwową.')).toBeVisible()
  await ola.goto(olas)
  await ola.getByRole('button', { name: 'Poszukaj kogoś na moje miejsce' }).tap()
  await expect(ola.getByText('Na razie dyżur jest Twój.')).toBeVisible()
  await ewa.reload()
  await expect(ewa.getByText('Ktoś szuka zastępstwa.')).toBeVisible()
  await ewa.getByRole('button', { name: 'Pomogę: grill' }).tap()
  await fillIn(ewa, 'Ewa Nieistniejąca', `ewa.${randomUUID()}@example.pl`, '18 lub więcej')
  await ewa.getByRole('button', { name: 'Wpisz na listę rezerwową' }).tap()
  await expect(ewa.getByRole('heading', { name: 'Zastępstwo czeka na zgodę' })).toBeVisible()
  await ewa.getByRole('link', { name: 'Strona Twojego dyżuru' }).tap()

  // The organiser agrees, and notes that Ola's check was seen: that gives her the place with the children.
  await page.reload()
  await expect(page.getByText('Zastąpi: Ola Wymyślona.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Zgadzam się na zastępstwo' }).click()
  await expect(page.getByText('Zastępstwo zapisane. Obie osoby dostaną wiadomość.')).toBeVisible()
  await ewa.reload()
  await expect(ewa.getByText('Dyżur jest Twój. Dziękujemy!')).toBeVisible()
  await ewa.context().close()
  await page.getByRole('link', { name: 'Ola Wymyślona' }).click()
  await page.getByLabel('Jaki dokument').selectOption('clearance')
  await page.getByLabel('Od dnia').fill('2026-09-01')
  await page.getByRole('button', { name: 'Zachowaj' }).click()
  await expect(page.getByText(/^Sprawdzenie do pracy z dziećmi, od 1 września 2026$/)).toBeVisible()
  await expectAccessible(page)
  await ola.goto(childrens)
  await expect(ola.getByText('Dyżur jest Twój. Dziękujemy!')).toBeVisible()

  // Today she helps at another meeting; who was there is marked, and the certificate says what and how long.
  const person = new URL(page.url()).pathname.split('/').at(-1)!
  await helpsToday(page, childrens.split('/').at(-1)!)
  await page.goto(panelPages.volunteers)
  await expect(page.getByRole('link', { name: 'Ola Wymyślona' }).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto(panelPages.certificate(person))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^szatnia \(Koncert .*\): 1 godz\.$/)).toBeVisible()
  await expect(page.getByText('Razem: 1 godz.')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Wydrukuj' })).toBeHidden()
  await page.emulateMedia({ media: null })
  await expectAccessible(page)
})

/** Plans a meeting that begins in half an hour with a shift, which whoever has the link takes; then marks them as there. */
async function helpsToday(page: Page, token: string): Promise<void> {
  const origin = process.env['E2E_URL'] ?? ''
  const title = `Koncert ${Math.random().toString(36).slice(2, 8)}`
  const { sessions } = await planSeries(page.request, title, [meetingIn(30)])
  const { id, start } = sessions[0]!
  const shift = { name: { pl: 'szatnia' }, fromMinutes: 0, minutes: 60, least: 1, most: 1, minAge: null, isPublic: true }
  const made = await page.request.post(volunteerApi.sessionShifts(id), {
    headers: { origin, 'idempotency-key': randomUUID() },
    data: { ...shift, needsClearance: false, needsAgreement: false },
  })
  const { id: shiftId } = (await made.json()) as { id: string }
  const who = { kind: 'link', token, age: null }
  const taken = await page.request.post(api.shiftSignUps(id, shiftId), {
    headers: { origin },
    data: { who, language: 'pl', seen: start, waiting: false, overlapping: true, notice: noticeVersion },
  })
  expect([taken.status(), await taken.text()]).toEqual([201, expect.any(String)])
  await page.goto(panelPages.attendance(id))
  await page.getByRole('button', { name: /Ola Wymyślona/ }).click()
  await expect(page.getByText('Wszystko wysłane.')).toBeVisible()
}
