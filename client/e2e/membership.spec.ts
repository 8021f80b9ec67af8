import { panelPages } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import type { SessionView } from '#shared/contract/public.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { dayAhead, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

test.use({ serviceWorkers: 'block', storageState: signedInAs('coordinator') })

test('one joins a club from its page, is expected each time, says “nie będę” for a day, and leaves', async ({ page }) => {
  const title = `Klub zmyślony ${Math.random().toString(36).slice(2, 8)}`
  const name = `Elżbieta ${Array.from({ length: 8 }, () => 'bcdfghjklmnprstwz'[Math.floor(Math.random() * 17)]).join('')}`
  const at = (day: string) => ({ start: `${day}T10:00:00`, end: `${day}T11:30:00` })
  const { sessions } = await planSeries(page.request, title, [at(dayAhead(2, 3)), at(dayAhead(2, 4))], true, {
    enrolment: 'MEMBERSHIP',
    capacity: 12,
  })
  const [first, second] = [sessions[0]!.id, sessions[1]!.id]
  const { series } = (await (await page.request.get(api.session(first))).json()) as SessionView
  await page.goto(`/series/${series.slug}`)
  await expect(page.getByText('zostało 12 miejsc z 12')).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz mnie' }).click()
  await page.getByLabel('Imię i nazwisko').fill(name)
  await page.getByLabel('Telefon lub e-mail').fill('600 700 811')
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByText(`${title}. Zapisujesz się raz.`)).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Jest miejsce!' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Strona tego zapisu' }).click()

  await expect(page.getByText('Jesteś w grupie.')).toBeVisible()
  await page
    .getByRole('button', { name: /^Nie będę:/ })
    .last()
    .click()
  await expect(page.getByText('nie przyjdziesz')).toBeVisible()
  await expectAccessible(page)
  const own = page.url()

  await page.goto(panelPages.session(second))
  await expect(page.getByText('nie będzie tym razem')).toBeVisible()
  await page.goto(panelPages.session(first))
  await expect(page.getByText(name).first()).toBeVisible()
  await expect(page.getByText('nie będzie tym razem')).toHaveCount(0)

  await page.goto(own)
  await page.getByRole('button', { name: /^Jednak będę:/ }).click()
  await expect(page.getByText('nie przyjdziesz')).toHaveCount(0)

  // Another time she rings: the desk makes sure who it is, and notes it for her.
  await page.goto(panelPages.desk)
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Oddzwonione, to ta osoba' }).click()
  const coming = page.getByRole('list', { name: 'Najbliższe spotkania' })
  await expect(coming.getByRole('listitem')).toHaveCount(2)
  await coming
    .getByRole('button', { name: /^Nie będzie:/ })
    .first()
    .click()
  await expect(coming.getByText('nie będzie tym razem')).toHaveCount(1)
  await expectAccessible(page)
  await page.goto(own)
  await expect(page.getByText('nie przyjdziesz')).toBeVisible()
  await page.getByRole('button', { name: 'Wypisuję się' }).click()
  await page.getByRole('button', { name: 'Tak, wypisuję się' }).click()
  await expect(page.getByText('Zapis wycofany')).toBeVisible()
})
