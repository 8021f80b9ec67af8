import { noticeVersion } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import type { SignUpAnswer } from '#shared/contract/public.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ serviceWorkers: 'block', storageState: signedInAs('coordinator') })

test('whoever may come confirms it, goes to another date with the place kept, and takes a seat that was offered', async ({
  page,
}) => {
  const title = `Gimnastyka zmyślona ${Math.random().toString(36).slice(2, 8)}`
  const at = (day: string) => ({ start: `${day}T10:00:00`, end: `${day}T11:00:00` })
  const rules = { enrolment: 'PER_SESSION', capacity: 2, offerHours: 4, ageFrom: 60, audiences: ['SENIORS'], audienceOnly: true }
  const days = [dayAhead(2, 3), dayAhead(3, 3)] as const
  const { sessions } = await planSeries(page.request, title, [at(days[0]), at(days[1])], true, rules)
  const [first, second] = [sessions[0]!.id, sessions[1]!.id]
  await page.goto(`/sessions/${first}`)
  await page.getByRole('button', { name: 'Zapisz mnie' }).click()
  await page.getByLabel('Imię i nazwisko').fill('Krystyna Wymyślona')
  await page.getByLabel('Telefon lub e-mail').fill('600 700 800')
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByText('Bez tego nie możemy Cię tu zapisać')).toBeVisible()
  await expect(page.getByLabel('Każda osoba, która przyjdzie, ma ukończone 60 lat')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Każda osoba, która przyjdzie, ma ukończone 60 lat').check()
  await page.getByLabel('To zajęcia dla nas').check()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await page.getByRole('link', { name: 'Strona tego zapisu' }).click()

  await page.getByRole('button', { name: 'Inny termin albo grupa' }).click()
  const change = page.getByRole('button', { name: new RegExp(`Zamień na: ${title}`) })
  await expect(change).toBeVisible()
  await expectAccessible(page)
  await change.click()
  await expect(page.getByRole('link', { name: 'Strona tego spotkania' })).toHaveAttribute('href', `/sessions/${second}`)
  await expect(page.getByText('Masz miejsce')).toBeVisible()
  const own = page.url()

  const join = async (name: string) => {
    const person = {
      name,
      contact: '600 700 801',
      attending: true,
      others: [],
      language: 'pl',
      waiting: true,
      notice: noticeVersion,
    }
    const data = { ...person, seen: at(days[1]).start, confirms: ['age', 'audience'] }
    const answer = await page.request.post(api.signUps(second), { data, headers: { origin: new URL(own).origin } })
    return (await answer.json()) as SignUpAnswer
  }
  await join('Druga Wymyślona')
  const { token } = await join('Trzecia Wymyślona')
  await page.getByRole('button', { name: 'Rezygnuję' }).click()
  await page.getByRole('button', { name: 'Tak, rezygnuję' }).click()
  await expect(page.getByText('Zapis wycofany')).toBeVisible()
  await page.goto(`/manage/${token}`)
  await expect(page.getByText('Miejsce czeka na Twoją odpowiedź')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Przyjmuję miejsce' }).click()
  await expect(page.getByText('Masz miejsce')).toBeVisible()
})

test.describe('care for children', () => {
  test.use({ expectedErrors: [/409/] }) // care that is full is said on the page

  test('a parent takes along two children, finds care full, waits for both places, and both come; organisers plan carers', async ({
    page,
  }) => {
    const title = `Warsztat z opieką ${Math.random().toString(36).slice(2, 8)}`
    const day = dayAhead(2, 4)
    const span = { start: `${day}T17:00:00`, end: `${day}T19:00:00` }
    const { sessions } = await planSeries(page.request, title, [span], true, {
      enrolment: 'PER_SESSION',
      capacity: 9,
      careSeats: 2,
    })
    const { id } = sessions[0]!
    const headers = { origin: process.env['E2E_URL'] ?? '' }
    await page.goto(`/sessions/${id}`)
    await page.getByRole('button', { name: 'Zapisz mnie' }).click()
    await page.getByLabel('Imię i nazwisko').fill('Magda Wymyślona')
    await page.getByLabel('Telefon lub e-mail').fill('600 700 810')
    const care = page.getByLabel('Dzieci pod opieką w czasie zajęć')
    await care.selectOption('2 dzieci')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Dalej' }).click()
    await expect(page.getByText('Pod opieką: 2 dzieci')).toBeVisible()

    const other = { name: 'Szybsza Wymyślona', contact: '600 700 811', attending: true, others: [], care: 1, language: 'pl' }
    const data = { ...other, seen: span.start, waiting: true, notice: noticeVersion }
    const { token } = (await (await page.request.post(api.signUps(id), { data, headers })).json()) as SignUpAnswer
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await expect(page.getByText('Miejsc pod opieką jest już za mało')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Przyjdę bez dzieci' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Wpisz na listę oczekujących' }).click()
    await page.getByRole('link', { name: 'Strona tego zapisu' }).click()
    await expect(page.getByText('Czekasz na miejsce na zajęciach i pod opieką naraz')).toBeVisible()
    await page.getByRole('button', { name: 'Zmień, kto przyjdzie' }).click()
    await expect(care).toHaveValue('2')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Zostaw, jak było' }).click()

    await page.request.post(`${api.manage(token)}/withdraw`, { data: {}, headers })
    await page.reload()
    await expect(page.getByText('Masz miejsce')).toBeVisible()
    await expect(page.getByText('Pod opieką: 2 dzieci')).toBeVisible()
    await page.getByRole('link', { name: 'Strona tego spotkania' }).click()
    await expect(page.getByText('Opieka nad dziećmi: nie ma teraz wolnych miejsc')).toBeVisible()
    await page.goto(panelPages.session(id))
    await expect(page.getByText('Dzieci pod opieką: 2 z 2')).toBeVisible()
  })
})
