import type { APIRequestContext, Page } from '@playwright/test'
import { api } from '#shared/contract/paths.ts'
import type { SeatsView } from '#shared/contract/public.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { sampleSession, signedUp } from './sample-pages.ts'

test.use({ serviceWorkers: 'block' })

const perSession = /X-PODWORKO-ENROLMENT:per-session/
/** A session of its own for each test that counts seats, in each of the browsers that run at the same time. */
const ownSession = (request: APIRequestContext, nth: number, project: string): Promise<string> =>
  sampleSession(request, perSession, undefined, 1 + 2 * nth + (project === 'phone' ? 0 : 1))
const anybody = (name: string) => `${name} Wymyślona ${Math.random().toString(36).slice(2, 8)}`

async function fillIn(page: Page, name: string, contact: string): Promise<void> {
  await page.getByLabel('Imię i nazwisko').first().fill(name)
  await page.getByLabel('Telefon lub e-mail').fill(contact)
}

test('a grandmother signs herself and a grandchild up, keeps the page, withdraws and takes that back', async ({ page, request }, {
  project,
}) => {
  const id = await ownSession(request, 0, project.name)
  const seats = async () => ((await (await request.get(api.seats(id))).json()) as SeatsView).seats
  const before = await seats()
  const halina = anybody('Halina')
  await page.goto(`/sessions/${id}`)
  await expect(page.locator('.fact').last()).toContainText(/został[oy] \d+ miejsc/)
  await page.getByRole('button', { name: 'Zapisz mnie' }).click()
  await expect(page.getByRole('heading', { name: 'Zapis, krok 1 z 2' })).toBeFocused()
  await fillIn(page, halina, '600 000 000')
  await page.getByRole('button', { name: 'Dopisz jeszcze jedną osobę' }).click()
  await page.getByRole('group', { name: 'Osoba 2' }).getByLabel('Imię i nazwisko').fill('Zosia Wymyślona')
  await page.getByLabel('To dziecko').check()
  await page.getByText('Potrzebujesz czegoś').click()
  await page.getByLabel('wejście bez schodów').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByRole('heading', { name: 'Zapis, krok 2 z 2' })).toBeFocused()
  await expect(page.getByText('Zosia Wymyślona (dziecko)')).toBeVisible()
  await expect(page.locator('form dd', { hasText: 'wejście bez schodów' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Są miejsca!' })).toBeVisible()
  await expect(page.locator('.sign-up-code')).toHaveText(/^[A-Z2-9]{3} [A-Z2-9]{4}$/)
  await expectAccessible(page)
  expect((await seats())?.taken).toBe((before?.taken ?? 0) + 2)
  await page.reload()
  await page.getByRole('link', { name: 'Strona tego zapisu' }).click()

  await expect(page.getByText('Macie miejsca')).toBeVisible()
  await expect(page).toHaveTitle(/^Twój zapis/)
  await expect(page.getByText(halina)).toBeVisible()
  await page.getByRole('button', { name: 'Rezygnuję' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Tak, rezygnuję' }).click()
  await expect(page.getByText('Zapis wycofany')).toBeVisible()
  expect((await seats())?.taken).toBe(before?.taken)
  await page.getByRole('button', { name: 'Cofnij rezygnację' }).click()
  await expect(page.getByText('Macie miejsca')).toBeVisible()
  await page.getByRole('button', { name: 'Zmień, kto przyjdzie' }).click()
  await page.getByRole('button', { name: 'Usuń: osoba 2' }).click()
  await page.getByRole('button', { name: 'Zachowaj zmianę' }).click()
  await expect(page.getByText('Masz miejsce')).toBeVisible()
  expect((await seats())?.taken).toBe((before?.taken ?? 0) + 1)
})

test('beside an open form on a wide screen the page goes on right below its facts', async ({ page, request }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`/sessions/${await sampleSession(request, perSession, undefined, 1)}`)
  await page.getByRole('button', { name: 'Zapisz mnie' }).click()
  await expect(page.getByRole('heading', { name: 'Zapis, krok 1 z 2' })).toBeFocused()
  const [facts, about] = [
    await page.locator('.detail-head > .facts').boundingBox(),
    await page.locator('.detail-rest').boundingBox(),
  ]
  expect((about?.y ?? Infinity) - (facts ? facts.y + facts.height : 0)).toBeLessThan(60)
})

test.describe(() => {
  test.use({ expectedErrors: [/Failed to load resource/] })

  test('what was typed survives a wrong contact, a reload and a lost connection, and is sent once', async ({ page, request }, {
    project,
  }) => {
    const id = await ownSession(request, 1, project.name)
    const taken = async () => ((await (await request.get(api.seats(id))).json()) as SeatsView).seats?.taken ?? 0
    const before = await taken()
    const name = anybody('Maria')
    await page.goto(`/sessions/${id}`)
    await page.getByRole('button', { name: 'Zapisz mnie' }).click()
    await page.getByRole('button', { name: 'Dalej' }).click()
    await expect(page.getByText('Wpisz imię i nazwisko.')).toBeVisible()
    await expect(page.getByLabel('Imię i nazwisko')).toBeFocused()
    await fillIn(page, name, 'nie pamiętam')
    await page.getByRole('button', { name: 'Dalej' }).click()
    await page.route(`**${api.signUps(id)}`, (route) => route.abort())
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Nie ma połączenia.')
    await page.unroute(`**${api.signUps(id)}`)
    await page.reload()
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await expect(page.getByText('Wpisz numer telefonu albo adres e-mail')).toBeVisible()
    await expect(page.getByLabel('Imię i nazwisko')).toHaveValue(name)
    await page.getByLabel('Telefon lub e-mail').fill('maria@example.pl')
    await page.getByRole('button', { name: 'Dalej' }).click()
    // The answer gets lost on its way: what was sent did arrive, and sending it again must not take a second seat.
    await page.route(`**${api.signUps(id)}`, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Nie ma połączenia.')
    await page.unroute(`**${api.signUps(id)}`)
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Jest miejsce!' })).toBeVisible()
    expect(await taken()).toBe(before + 1)
  })

  test('whoever has no link sees what was never there', async ({ page }) => {
    await page.goto(`/manage/${'A'.repeat(46)}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Ten link nie działa' })).toBeVisible()
  })
})

test('the page of a sign-up is kept by nobody and told to nobody, in any language', async ({ page, request }) => {
  const token = await signedUp(request)
  for (const [prefix, title] of [
    ['', 'Twój zapis'],
    ['/en', 'Your sign-up'],
    ['/uk', 'Ваш запис'],
  ]) {
    const answer = await page.goto(`${prefix}/manage/${token}`)
    const headers = answer?.headers() ?? {}
    expect([headers['cache-control'], headers['x-robots-tag'], headers['referrer-policy']]).toEqual([
      'no-store',
      'noindex, nofollow',
      'no-referrer',
    ])
    await expect(page.getByRole('heading', { level: 1, name: title ?? '' })).toBeVisible()
  }
})
