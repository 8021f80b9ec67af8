import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api, pages, planningApi } from '#shared/contract/paths.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

// 404: a link that was cut. 409: what the form showed is no longer so.
test.use({ serviceWorkers: 'block', storageState: signedInAs('coordinator'), expectedErrors: [/404|409/] })

const headers = () => ({ origin: process.env['E2E_URL'] ?? '', 'idempotency-key': randomUUID() })
const name = "Олена O'Connor-Żółć 🌼"
const child = 'ż'.repeat(200)

/** As an organiser does it meanwhile, in another window. */
async function edit(request: APIRequestContext, id: string, act: 'move' | 'cancel', more: object): Promise<void> {
  const { session } = (await (await request.get(planningApi.session(id))).json()) as { session: { version: number } }
  const data = { version: session.version, anyway: true, reason: { code: 'leader-absent' }, ...more }
  const answer =
    act === 'cancel'
      ? await request.post(planningApi.cancelSession(id), { headers: headers(), data })
      : await request.patch(planningApi.session(id), { headers: headers(), data })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
}

async function fillIn(page: Page, id: string): Promise<void> {
  await page.goto(pages.session(id))
  await page.getByRole('button', { name: 'Zapisz mnie' }).click()
  await page.getByLabel('Imię i nazwisko').first().fill(name)
  await page.getByLabel('Telefon lub e-mail').fill('600 700 800')
  await page.getByRole('button', { name: 'Dopisz jeszcze jedną osobę' }).click()
  await page.getByRole('group', { name: 'Osoba 2' }).getByLabel('Imię i nazwisko').fill(child)
  await page.getByRole('button', { name: 'Dalej' }).click()
}

/** Nothing that was typed is lost: it stands in the form, one step back. */
async function expectKept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Popraw' }).click()
  await expect(page.getByLabel('Imię i nazwisko').first()).toHaveValue(name)
  await expect(page.getByLabel('Telefon lub e-mail')).toHaveValue('600 700 800')
  await expect(page.getByRole('group', { name: 'Osoba 2' }).getByLabel('Imię i nazwisko')).toHaveValue(child)
  await page.getByRole('button', { name: 'Dalej' }).click()
}

test('what changes between opening the form and sending it is said, with the way on, and nothing typed is lost', async ({
  page,
}) => {
  const title = `Haft zmyślony ${randomUUID().slice(0, 6)}`
  const spans = [2, 3, 4, 5].map((weekday) => {
    const day = dayAhead(weekday, 4)
    return { start: `${day}T10:00:00`, end: `${day}T11:00:00` }
  })
  const { sessions } = await planSeries(page.request, title, spans, true, { enrolment: 'PER_SESSION', capacity: 2 })
  const [moved, full, off, begun] = sessions.map(({ id }) => id) as [string, string, string, string]
  const send = page.getByRole('button', { name: 'Zapisz', exact: true })
  const alert = page.getByRole('alert')

  await fillIn(page, moved)
  const day = dayAhead(2, 4)
  await edit(page.request, moved, 'move', {
    changes: { when: { kind: 'timed', start: `${day}T15:00:00`, end: `${day}T16:00:00` } },
  })
  await send.click()
  await expect(alert).toContainText('Termin tego spotkania właśnie się zmienił.')
  await expect(page.getByRole('form').or(page.locator('form')).first()).toContainText('15:00')
  await expectKept(page)
  await send.click()
  await expect(page.getByRole('heading', { name: 'Są miejsca!' })).toBeVisible()

  await fillIn(page, full)
  const party = { contact: '600 700 801', attending: true, others: [], language: 'pl', waiting: false, notice: noticeVersion }
  await page.request.post(api.signUps(full), {
    headers: headers(),
    data: { ...party, name: 'Szybka Zmyślona', seen: spans[1]?.start },
  })
  await send.click()
  await expect(alert).toContainText('Wolnych miejsc jest już za mało.')
  await expectAccessible(page)
  await expectKept(page)
  await page.getByRole('button', { name: 'Wpisz na listę oczekujących' }).click()
  await expect(page.getByText('Miejsca dostaniecie, gdy się zwolnią')).toBeVisible()
  const link = (await page.getByRole('link', { name: 'Strona tego zapisu' }).getAttribute('href')) ?? ''

  await fillIn(page, off)
  await edit(page.request, off, 'cancel', {})
  await send.click()
  await expect(alert).toContainText('To spotkanie zostało właśnie odwołane. Nikogo nie zapisaliśmy.')
  await expect(alert.getByRole('link').first()).toBeVisible()
  await expectAccessible(page)
  await expectKept(page)

  await fillIn(page, begun)
  await page.route(`**${api.signUps(begun)}`, (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{"code":"session-started","status":409}' }),
  )
  await send.click()
  await expect(alert).toContainText('To spotkanie już się zaczęło. Nikogo nie zapisaliśmy.')
  await expectKept(page)

  // The same link in two windows: what the second finds is said, and shown as it is.
  const other = await page.context().newPage()
  await page.goto(link)
  await other.goto(link)
  for (const one of [page, other]) {
    await one.getByRole('button', { name: 'Rezygnuję' }).click()
  }
  for (const one of [page, other]) {
    await one.getByRole('button', { name: 'Tak, rezygnuję' }).click()
    await expect(one.getByText('Zapis wycofany')).toBeVisible()
  }
  await other.close()
  // A mail program took a bracket along, or left the end away.
  await page.goto(`${link})`)
  await expect(page.getByText('Zapis wycofany')).toBeVisible()
  await page.goto(link.slice(0, -9))
  await expect(page.getByRole('heading', { level: 1, name: 'Ten link nie działa' })).toBeVisible()
  await expect(page.getByLabel(/e-mail/i)).toBeVisible()
})
