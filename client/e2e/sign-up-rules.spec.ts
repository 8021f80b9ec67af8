import { noticeVersion } from '#shared/contract/kinds.ts'
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
