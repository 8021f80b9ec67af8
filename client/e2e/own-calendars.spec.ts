import { randomUUID } from 'node:crypto'
import { api, pages } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('administrator'), serviceWorkers: 'block', expectedErrors: [/404|422/] })

test('somebody makes a calendar of one sign-up, has the lost links mailed, makes one of all, and changes the link', async ({
  page,
  request,
}) => {
  const origin = process.env['E2E_URL'] ?? ''
  const mailbox = `olga-${randomUUID().slice(0, 8)}@example.pl`
  const join = async (title: string, days: number) => {
    const start = `${addDays(dayInWarsaw(Date.now()), days)}T17:00:00`
    const spans = [{ start, end: `${start.slice(0, 10)}T18:30:00` }]
    const { sessions } = await planSeries(page.request, title, spans, true, { enrolment: 'PER_SESSION', capacity: 5 })
    const data = { name: 'Olga Zmyślona', contact: mailbox, attending: true, others: [], language: 'pl', waiting: true }
    const sent = { ...data, seen: start, notice: noticeVersion }
    const answer = await request.post(api.signUps(sessions[0]?.id ?? ''), { headers: { origin }, data: sent })
    return ((await answer.json()) as { token: string }).token
  }
  const token = await join('Lepienie z gliny', 3)
  await join('Szycie toreb', 4)

  await page.goto(pages.manage(token))
  await page.getByRole('button', { name: 'Zrób adres kalendarza' }).click()
  const address = page.getByLabel('Adres tego kalendarza').last()
  await expect(address).toHaveValue(/\/feeds\/personal\/[\w-]{43}\.ics$/)
  const one = await request.get(new URL(await address.inputValue()).pathname)
  expect(await one.text()).toContain('SUMMARY:Lepienie z gliny')
  expect(await one.text()).not.toContain('Szycie toreb')
  await expectAccessible(page)

  await page.goto(pages.lostLink)
  await page.getByLabel('E-mail').fill('600 000 000')
  await page.getByRole('button', { name: 'Wyślij mi linki' }).click()
  await expect(page.getByText('Na numer telefonu nie wyślemy linku.')).toBeVisible()
  await page.getByLabel('E-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Wyślij mi linki' }).click()
  await expect(page.getByText('linki do nich przyjdą w kilka minut')).toBeVisible()
  const { messages } = (await (await page.request.get(api.messages)).json()) as { messages: { to: string; text: string }[] }
  const letter = messages.find(({ to, text }) => to === mailbox && text.includes('#'))?.text ?? ''
  const link = new RegExp(`/manage/${token}#\\S+`).exec(letter)?.[0] ?? ''

  await page.goto(link)
  await page.getByLabel('wszystkie moje zapisy').check()
  await page.getByRole('button', { name: 'Zrób adres kalendarza' }).click()
  await expect(address).toHaveValue(/\.ics$/)
  const all = new URL(await address.inputValue()).pathname
  expect(await (await request.get(all)).text()).toMatch(/SUMMARY:Lepienie z gliny[\s\S]*SUMMARY:Szycie toreb/)
  const listed = page.getByRole('list', { name: 'Kalendarze w telefonach' }).getByRole('listitem')
  await expect(listed).toHaveCount(2)
  await listed.last().getByRole('button', { name: 'Wyłącz' }).click()
  await listed.last().getByRole('button', { name: 'Tak, wyłącz' }).click()
  await expect(page.getByText('Kalendarz jest wyłączony.')).toBeVisible()
  expect((await request.get(all)).status()).toBe(404)

  await page.getByRole('button', { name: 'Zmień adres tej strony' }).click()
  await page.getByRole('button', { name: 'Tak, zmień adres' }).click()
  await expect(page.getByText('Adres jest nowy.')).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(token))
  await page.goto(pages.manage(token))
  await expect(page.getByRole('heading', { level: 1, name: 'Ten link nie działa' })).toBeVisible()
  await expectAccessible(page)
})
