import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { mailboxApi, panelPages } from '#shared/contract/panel-paths.ts'
import { api, pages } from '#shared/contract/paths.ts'
import type { SignUpAnswer } from '#shared/contract/public.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { choose, expect, test } from './page-test.ts'
import { meetingIn, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

// A phone number without a slip is asked for another proof.
test.use({ storageState: signedInAs('coordinator'), serviceWorkers: 'block', expectedErrors: [/403|422/] })

const origin = (): string => process.env['E2E_URL'] ?? ''
const mark = randomUUID().slice(0, 6)
const [title, halina, jan, maria, krystyna] = [
  `Piknik ${mark}`,
  `Halina ${mark}`,
  `Jan ${mark}`,
  `Maria ${mark}`,
  `Krystyna ${mark}`,
]
const day = addDays(dayInWarsaw(Date.now()), 2)

test('planned, published, a family signed up, full, waited, withdrawn, promoted, moved, cancelled, told, phoned, ticked, erased', async ({
  page,
  browser,
}) => {
  // The organiser plans a picnic for five and shows it.
  await page.goto('/panel/series/new')
  await page.getByRole('textbox', { name: 'Tytuł', exact: true }).fill(title)
  await page.getByLabel('Rodzaj zajęć').selectOption({ label: 'Piknik sąsiedzki' })
  await choose(page, 'Program', 'Sośnica')
  await page.getByText('raz', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Dzień', exact: true }).fill(day)
  await page.getByText('zapisy na każde spotkanie').click()
  await page.getByLabel('Liczba miejsc').fill('5')
  await page.getByRole('button', { name: 'Zachowaj i pokaż mieszkańcom' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await page.getByRole('table').getByRole('link').first().click()
  await page.waitForURL(/panel\/sessions\//)
  const [panel, id] = [page.url(), page.url().split('/').at(-1) ?? '']

  // A grandmother signs herself and two grandchildren up on her phone.
  const phone = await residentsPhone(browser)
  await signUp(phone, id, halina, `halina-${mark}@example.pl`, ['Zosia Wymyślona', 'Staś Wymyślony'])
  await expect(phone.getByRole('heading', { name: 'Są miejsca!' })).toBeVisible()
  await phone.getByRole('link', { name: 'Strona tego zapisu' }).click()
  await expect(phone.getByText('Macie miejsca')).toBeVisible()
  const family = phone.url()

  // Two more, and it is full; the next one waits.
  const withdrawing = await join(page, id, `${day}T17:00:00`, jan, '600 100 201')
  await join(page, id, `${day}T17:00:00`, maria, '600 100 202')
  const another = await residentsPhone(browser)
  await signUp(another, id, krystyna, '600 100 203', [])
  await expect(another.getByRole('heading', { name: 'Lista oczekujących' })).toBeVisible()
  await another.getByRole('link', { name: 'Strona tego zapisu' }).click()
  await expect(another.getByText('Na liście oczekujących')).toBeVisible()

  // One withdraws; who waited has the seat.
  await phone.goto(pages.manage(withdrawing.token))
  await phone.getByRole('button', { name: 'Rezygnuję' }).click()
  await phone.getByRole('button', { name: 'Tak, rezygnuję' }).click()
  await expect(phone.getByText('Zapis wycofany')).toBeVisible()
  await another.reload()
  await expect(another.getByText('Masz miejsce')).toBeVisible()

  // The picnic is moved to six o'clock. The page says so, and so does the feed.
  const dialog = page.getByRole('dialog')
  await page.goto(panel)
  await page.getByRole('button', { name: 'Przenieś' }).click()
  await dialog.getByLabel('Początek').fill('18:00')
  await dialog.getByText('Sala niedostępna').click()
  await dialog.getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await dialog.getByRole('button', { name: /^Przenieś i powiadom/ }).click()
  await expect(dialog).toHaveCount(0)
  await phone.goto(family)
  await expect(phone.getByText(/Nowy termin:/)).toBeVisible()
  expect(await eventOf(phone, id)).toMatch(/DTSTART[^\r]*T180000[\s\S]*STATUS:CONFIRMED/)

  // It is cancelled. The family reads it and says so; the mailbox holds what was sent to them.
  await page.reload()
  await page.getByRole('button', { name: 'Odwołaj' }).click()
  await dialog.getByText('Pogoda').click()
  await dialog.getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await dialog.getByRole('button', { name: /^Odwołaj i powiadom/ }).click()
  await expect(dialog).toHaveCount(0)
  expect(await eventOf(phone, id)).toMatch(/SUMMARY:ODWOŁANE: Piknik[\s\S]*STATUS:CANCELLED/)
  await phone.goto(family)
  await phone.getByRole('button', { name: 'Wiem, dziękuję' }).click()
  await expect(phone.getByText('Dziękujemy! Nie będziemy dzwonić.')).toBeVisible()
  const { mails } = (await (await page.request.get(mailboxApi.mails)).json()) as { mails: { to: string; subject: string }[] }
  const subjects = mails.filter(({ to }) => to === `halina-${mark}@example.pl`).map(({ subject }) => subject)
  expect(subjects).toEqual([expect.stringContaining(`Masz miejsce: ${title}`)])

  // The last two are phoned.
  await page.goto(`${panelPages.calls}?session=${id}`)
  const told = page.getByRole('button', { name: 'Wie już' })
  await told.click()
  await expect(page.getByText('Zakończ: 1 osoba nie wie')).toBeVisible()
  await told.click()
  await expect(page.getByRole('heading', { name: 'Wszyscy wiedzą' })).toBeVisible()
  await page.goto(panel)
  await expect(page.getByRole('region', { name: 'Kto wie o zmianie' })).toContainText('Wszyscy wiedzą.')

  // They come to today's coffee instead, and are ticked off.
  const soon = meetingIn(20)
  const coffee = await planSeries(page.request, `Kawa ${mark}`, [soon], true, { enrolment: 'PER_SESSION' })
  const today = coffee.sessions[0]?.id ?? ''
  await join(page, today, soon.start, maria, '600 100 202')
  await page.goto(panelPages.session(today))
  await page.getByRole('link', { name: 'Zaznacz obecność' }).click()
  await page.getByRole('button', { name: new RegExp(maria) }).click()
  await expect(page.getByText('Wszystko wysłane.')).toBeVisible()
  await page.goto(panelPages.session(today))
  await expect(page.getByText('Było 1 z 1.')).toBeVisible()

  // And one asks to be forgotten.
  await page.goto('/panel/desk')
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(krystyna)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Usuń dane…' }).click()
  await dialog.getByText('pokazała dokument').click()
  await dialog.getByLabel('Rozumiem').check()
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click()
  await expect(page.getByText(`Usunięte: ${krystyna}.`)).toBeVisible()
  await another.reload()
  await expect(another.getByRole('heading', { level: 1, name: 'Ten link nie działa' })).toBeVisible()
  for (const one of [phone, another]) await one.context().close()
})

const residentsPhone = async (browser: Browser): Promise<Page> =>
  (
    await browser.newContext({
      baseURL: origin(),
      storageState: { cookies: [], origins: [] },
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
  ).newPage()

/** As a resident does it, by the page of the session. */
async function signUp(phone: Page, id: string, name: string, contact: string, children: readonly string[]): Promise<void> {
  await phone.goto(`/sessions/${id}`)
  await phone.getByRole('button', { name: /^Zapisz mnie|^Wpisz mnie/ }).tap()
  await phone.getByLabel('Imię i nazwisko').first().fill(name)
  await phone.getByLabel('Telefon lub e-mail').fill(contact)
  for (const [index, child] of children.entries()) {
    await phone.getByRole('button', { name: 'Dopisz jeszcze jedną osobę' }).tap()
    const person = phone.getByRole('group', { name: `Osoba ${index + 2}` })
    await person.getByLabel('Imię i nazwisko').fill(child)
    await person.getByLabel('To dziecko').check()
  }
  await phone.getByRole('button', { name: 'Dalej' }).tap()
  await phone.getByRole('button', { name: /^Zapisz$|^Wpisz na listę oczekujących$/ }).tap()
}

async function join(page: Page, id: string, seen: string, name: string, contact: string): Promise<SignUpAnswer> {
  const person = { name, contact, attending: true, others: [], language: 'pl', waiting: true, notice: noticeVersion }
  const headers = { origin: origin(), 'idempotency-key': randomUUID() }
  const answer = await page.request.post(api.signUps(id), { headers, data: { ...person, seen } })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as SignUpAnswer
}

/** What a phone that subscribes reads. */
const eventOf = async (phone: Page, id: string): Promise<string> =>
  (await (await phone.request.get(`/feeds/sessions/${id}.ics`)).text()).replaceAll('\r\n ', '')
