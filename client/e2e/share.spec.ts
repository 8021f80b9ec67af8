import { encode } from 'uqr'
import { pages } from '#shared/contract/paths.ts'
import { planningApi } from '#shared/contract/panel-paths.ts'
import { formatDayAndMonth } from '#shared/time/format.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('coordinator') })

const day = dayAhead(5, 9)
const evening = (on: string) => ({ start: `${on}T16:30:00`, end: `${on}T18:00:00` })

test('a session and its week are copied as posts, in another language too, and hang on the wall as one page with a code', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const title = `Lampiony ${Date.now()}`
  const { sessions } = await planSeries(page.request, title, [evening(day)])
  const id = sessions[0]?.id ?? ''
  const link = `${baseURL}${pages.session(id)}`
  const copied = async () => {
    await page.getByRole('button', { name: 'Skopiuj tekst posta' }).click()
    await expect(page.getByText('Skopiowane.')).toBeVisible()
    return page.evaluate(() => navigator.clipboard.readText())
  }

  await page.goto(`/panel/sessions/${id}`)
  await page.getByRole('link', { name: 'Tekst posta' }).click()
  const text = page.getByLabel('Tekst posta')
  await expect(text).toHaveValue(new RegExp(`^${title}\n\npiątek ${formatDayAndMonth(day, 'pl')}, 16:30–18:00`))
  await text.press('ControlOrMeta+End')
  await text.pressSequentially('\nDo zobaczenia!')
  const post = await copied()
  expect(post).toContain('Przyjdź bez zapisów.')
  expect(post).toContain(`Szczegóły: ${link}`)
  expect(post).toMatch(/Do zobaczenia!$/)
  await page.getByLabel('Język posta').selectOption({ label: 'українська' })
  await expect(text).toHaveValue(/п.ятниця/i)
  expect(await copied()).toContain(`${baseURL}/uk${pages.session(id)}`)

  await page.goto(`/panel/post?date=${day}`)
  await expect(text).toHaveValue(/Zajęcia w tygodniu\n/) // "this week" would be a lie
  const week = await copied()
  expect(week).toContain(`– 16:30–18:00 ${title}`)
  expect(week).toContain(`${baseURL}/`)

  await page.goto(`/panel/sessions/${id}`)
  await page.getByRole('link', { name: 'Plakat' }).click()
  const poster = page.getByRole('article', { name: title })
  await expect(poster).toContainText(`Piątek ${formatDayAndMonth(day, 'pl')} 16:30–18:00`)
  await expect(poster).toContainText(link.replace('http://', ''))
  await expect(poster.getByText('Kod QR do strony spotkania')).toHaveCount(1)
  expect(await poster.locator('.qr-squares').getAttribute('d')).toBe(squaresOf(link))
  await expectAccessible(page)
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

/** The dark squares of a code for this text, as the page draws them. */
const squaresOf = (text: string): string =>
  encode(text, { ecc: 'M', border: 4 })
    .data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')

test('the private calendar of what I lead holds a draft, and nobody reads it any more once its address is taken away', async ({
  page,
  request,
}) => {
  const title = `Próba chóru ${Date.now()}`
  const { hosts } = (await (await page.request.get(planningApi.hosts)).json()) as { hosts: { id: string; name: string }[] }
  const hostId = hosts.find(({ name }) => name === 'Karolina Koordynująca')?.id
  await planSeries(page.request, title, [evening(dayAhead(6, 9))], false, { hostId })

  await page.goto('/panel')
  await page.getByRole('main').getByRole('link', { name: 'Mój kalendarz' }).click()
  await page.getByRole('button', { name: 'Zrób adres kalendarza' }).click()
  const address = await page.getByLabel('Adres Twojego kalendarza').inputValue()
  await expect(page.getByText('Ten adres pokazujemy tylko raz.')).toBeVisible()
  await expectAccessible(page)
  const read = async () => {
    const answer = await request.get(address)
    return { status: answer.status(), text: await answer.text() }
  }
  expect(await read()).toEqual({ status: 200, text: expect.stringContaining(`SZKIC: ${title}`) })

  await page.reload()
  await expect(page.getByLabel('Adres Twojego kalendarza')).toHaveCount(0)
  await expect(page.getByText('ostatnio czytany')).toBeVisible()
  await page.getByRole('button', { name: 'Usuń adres' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Usuń adres' }).click()
  await expect(page.getByText('Adres usunięty. Nikt już pod nim niczego nie zobaczy.')).toBeVisible()
  expect((await read()).status).toBe(404)
})
