import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { mailboxApi, panelPages } from '#shared/contract/panel-paths.ts'
import { api, pages } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

// 422: hours of a safe contact with one end.
test.use({ storageState: signedInAs('coordinator'), serviceWorkers: 'block', expectedErrors: [/422/] })

const origin = (): string => process.env['E2E_URL'] ?? ''

async function join(request: APIRequestContext, id: string, seen: string, name: string, contact: string): Promise<string> {
  const data = { name, contact, attending: true, others: [], language: 'pl', seen, waiting: true, notice: noticeVersion }
  const answer = await request.post(api.signUps(id), { headers: { origin: origin(), 'idempotency-key': randomUUID() }, data })
  return ((await answer.json()) as { token: string }).token
}

test('a change is told: the mail and the page say it, one presses that they know, one is phoned, and everybody knows', async ({
  page,
  browser,
}) => {
  const [title, mailbox] = ['Robienie świec', `halina-${randomUUID().slice(0, 8)}@example.pl`]
  const day = addDays(dayInWarsaw(Date.now()), 1) // within 48 hours: whoever doesn't answer stays on the list
  const start = `${day}T17:00:00`
  const spans = [{ start, end: `${day}T18:30:00` }]
  const { sessions } = await planSeries(page.request, title, spans, true, { enrolment: 'PER_SESSION', capacity: 5 })
  const id = sessions[0]?.id ?? ''
  const token = await join(page.request, id, start, 'Halina Zmyślona', mailbox)
  const name = `Jan Zmyślony ${randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '')}`
  await join(page.request, id, start, name, '600 100 200')
  await join(page.request, id, start, 'Zenon Zmyślony', '600 100 201')

  await page.goto(panelPages.mails)
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(mailbox)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  // One that is still to be written shows itself when it is.
  const mail = page.getByRole('region', { name: `Masz miejsce: ${title}` })
  await expect(mail).toBeVisible()
  await mail.getByText('Pokaż jako tekst').click()
  await expect(mail.getByText(`/manage/${token}`)).toBeVisible()
  await mail.getByText('Pokaż wpis do kalendarza').click()
  await expect(mail.getByText('METHOD:REQUEST')).toBeVisible()
  await expectAccessible(page) // before the mail's page is open: it may run no script, so axe would wait there for ever
  await mail.getByText('Pokaż jako stronę').click()
  await expect(mail.frameLocator('iframe').getByRole('link', { name: 'Strona Twojego zapisu' })).toBeVisible()
  const { mails } = (await (await page.request.get(mailboxApi.mails)).json()) as { mails: { to: string; subject: string }[] }
  // Around five in the afternoon she is reminded too.
  expect(mails.filter(({ to, subject }) => to === mailbox && !subject.startsWith('Przypomnienie'))).toHaveLength(1)

  // Jan told the desk how he may be called.
  await page.goto(panelPages.desk)
  await page.getByLabel('Kto to?').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Zapisz bezpieczny kontakt…' }).click()
  const safe = page.getByRole('form', { name: 'Bezpieczny kontakt' })
  await safe.getByLabel('Co powiedzieć na początku').fill('Dzwonię w sprawie książki z biblioteki.')
  await safe.getByLabel('Od godziny').fill('10:00')
  await safe.getByRole('button', { name: 'Zachowaj' }).click()
  await expect(safe.getByText('Uzupełnij to pole.').first()).toBeVisible()
  await expectAccessible(page)
  await safe.getByLabel('Od godziny').fill('')
  await safe.getByRole('button', { name: 'Zachowaj' }).click()
  await expect(page.getByText('Nie nagrywaj się na pocztę.')).toBeVisible()
  await expect(page.getByText('E-maile nie mówią, o co chodzi', { exact: false })).toBeVisible()

  await page.goto(panelPages.session(id))
  await page.getByRole('button', { name: 'Przenieś' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Początek').fill('18:00')
  await dialog.getByText('Sala niedostępna').click()
  await dialog.getByRole('button', { name: 'Pokaż, co się zmieni' }).click()
  await expect(dialog.getByText('Dowiedzą się 3 osoby')).toBeVisible()
  await dialog.getByRole('button', { name: 'Przenieś i powiadom 3 osoby' }).click()
  await expect(dialog).toHaveCount(0)
  const reach = page.getByRole('region', { name: 'Kto wie o zmianie' })
  await page.reload()
  await expect(reach).toContainText('2 wiadomość nie dociera')
  await expect(reach).toContainText('1 wiadomość jeszcze nie wyszła')

  const resident = await (
    await browser.newContext({ storageState: { cookies: [], origins: [] }, viewport: { width: 390, height: 844 } })
  ).newPage()
  await resident.goto(origin() + pages.manage(token))
  await expect(resident.getByText(/Nowy termin:/)).toBeVisible()
  await expect(resident.getByText(/Było: .*17:00–18:30/)).toBeVisible()
  await expectAccessible(resident)
  await resident.getByRole('button', { name: 'Wiem, dziękuję' }).click()
  await expect(resident.getByText('Dziękujemy! Nie będziemy dzwonić.')).toBeVisible()
  await resident.context().close()

  await page.reload()
  await reach.getByRole('link', { name: 'Zadzwoń do pozostałych' }).click()
  const jan = page.getByRole('region', { name })
  await expect(jan.getByRole('link', { name: '+48 600 100 200' })).toHaveAttribute('href', 'tel:+48600100200')
  await expect(jan).toContainText('Zacznij od słów: Dzwonię w sprawie książki z biblioteki.')
  await expect(jan).toContainText('Nowy termin: Robienie świec')
  await expect(jan.getByRole('link', { name: 'Napisz SMS' })).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await jan.getByRole('button', { name: 'Nie odbiera' }).click()
  await expect(page.getByRole('region', { name: 'Spróbuj później' })).toContainText(name)
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await jan.getByRole('button', { name: 'Wie już' }).click()

  // Zenon gets a text by the office's gateway: he may know, so he is counted apart and stays on the list.
  const zenon = page.getByRole('region', { name: 'Zenon Zmyślony' })
  await expect(zenon.getByRole('button', { name: 'SMS wysłany' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Pobierz SMS-y do bramki (CSV)' }).click()
  expect((await download).suggestedFilename()).toBe('sms.csv')
  await page.getByRole('button', { name: 'Zaznacz wszystkich z tabeli jako wysłane (1 osoba)' }).click()
  const later = page.getByRole('region', { name: 'Spróbuj później' })
  await expect(later).toContainText('Ostatnio: SMS wysłany')
  await expectAccessible(page)
  await page.goto(panelPages.session(id))
  await expect(reach).toContainText('1 SMS wysłany, bez potwierdzenia')
  await reach.getByRole('link', { name: 'Zadzwoń do pozostałych' }).click()
  await later.getByRole('button', { name: 'Zadzwoń teraz: Zenon Zmyślony' }).click()
  await zenon.getByRole('button', { name: 'Wie już' }).click()
  await expect(page.getByRole('heading', { name: 'Wszyscy wiedzą' })).toBeVisible()
  await page.goto(panelPages.session(id))
  await expect(reach).toContainText('Wszyscy wiedzą.')
})
