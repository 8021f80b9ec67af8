import { expect, expectAccessible, test } from './page-test.ts'
import { sampleSession } from './sample-pages.ts'

test.use({ serviceWorkers: 'block' })

test('a coming session says when, where and how to join, and can be taken as one file', async ({ page, request }) => {
  const id = await sampleSession(request, /X-PODWORKO-ENROLMENT:whole-course/)
  await page.goto(`/sessions/${id}`)
  const main = page.locator('main')
  await expect(main).toContainText(/spotkanie \d+ z \d+/)
  await expect(main).toContainText('Jeden zapis obejmuje wszystkie spotkania, także te, które jeszcze dojdą.')
  const file = page.getByRole('link', { name: 'Dodaj do kalendarza' })
  await expect(file).toHaveAttribute('href', `/feeds/sessions/${id}.ics`)
  const calendar = await request.get(`/feeds/sessions/${id}.ics`)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect((await calendar.text()).split('BEGIN:VEVENT')).toHaveLength(2)
})

test('a cancelled session is struck, with the word, the reason and what instead as a link', async ({ page, request }) => {
  const id = await sampleSession(request, /X-PODWORKO-INSTEAD/)
  await page.goto(`/sessions/${id}`)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading.locator('s')).toBeVisible()
  const note = page.locator('.note-window')
  await expect(note).toContainText(/Odwołane (w|we) \p{L}+ \d+ \p{L}+\./u)
  await expect(note).toContainText('Zamiast tego:')
  await expectAccessible(page)
  const title = await heading.textContent()
  await note.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: title ?? '' })).toBeVisible()
  await expect(page.locator('.note-window')).toHaveCount(0)
})

test('a moved session says when it was to be', async ({ page, request }) => {
  await page.goto(`/sessions/${await sampleSession(request, /X-PODWORKO-MOVED-FROM/)}`)
  await expect(page.locator('.note-sky')).toContainText(/^Przeniesione (w|we) \p{L}+ \d+ \p{L}+\. Miało być: \p{L}+ \d+ \p{L}+/u)
  await page.goto(page.url().replace('/sessions/', '/uk/sessions/'))
  await expect(page.locator('.note-sky')).toContainText(/^Перенесено [ву] \p{L}+/u)
})

test('a session that is over says so and offers no file', async ({ page, request }) => {
  const text = (await (await request.get('/feeds/cities/gliwice.ics')).text()).replaceAll('\r\n ', '')
  const past = text.split('BEGIN:VEVENT').find((event) => /STATUS:CONFIRMED/.test(event) && /^UID/m.test(event)) ?? ''
  await page.goto(`/sessions/${/^UID:(.+)@/m.exec(past)?.[1] ?? ''}`)
  await expect(page.getByText('To spotkanie już się odbyło.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Dodaj do kalendarza' })).toHaveCount(0)
})

test('a discreet session shows a neutral title and a time, nothing else', async ({ page, request }) => {
  await page.goto(`/sessions/${await sampleSession(request, /SUMMARY:Spotkanie czwartkowe/)}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Spotkanie czwartkowe' })).toBeVisible()
  await expect(page).toHaveTitle(/^Spotkanie czwartkowe/)
  await expect(page.locator('article')).not.toContainText(/program|Zadzwoń|Dodaj do|ul\./)
})

test('its links and buttons are reached by keyboard in the order in which they are read', async ({ page, request }) => {
  await page.goto(`/sessions/${await sampleSession(request, /X-PODWORKO-ENROLMENT:whole-course/)}`)
  await expect(page.getByRole('link', { name: 'Dodaj do kalendarza' })).toBeVisible()
  const reached: string[] = []
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('Tab')
    reached.push((await page.evaluate(() => document.activeElement?.textContent)) ?? '')
  }
  const order = ['Przejdź do treści', 'Gliwice', 'Dodaj do kalendarza', 'Zadzwoń: 32\u00a0000\u00a000\u00a000'].map((text) =>
    reached.indexOf(text),
  )
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(order).not.toContain(-1)
})
