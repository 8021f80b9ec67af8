import { pages } from '#shared/contract/paths.ts'
import { expect, expectAccessible, test } from './page-test.ts'

test.use({ serviceWorkers: 'block' })

const programs = {
  gliwice: ['Współtworzę Zatorze', 'Szobiszowice – Potencjał w mieście Gliwice', 'Fedruj Swój Sukces', 'Reaktywacja'],
  gdansk: ['Orunia', 'Nowy Port', 'Stogi', 'Dolne Miasto', 'Biskupia Górka'].map(
    (place) => `Centrum Aktywizacji Społecznej ${place}`,
  ),
  katowice: ['Program Aktywności Lokalnej Wełnowiec-Józefowiec i Dąb'],
  szprotawa: ['Aktywna integracja alternatywą na lepsze jutro'],
}

for (const [city, names] of Object.entries(programs))
  test(`each program of the documents is one click from the front page of ${city}`, async ({ page }) => {
    for (const program of names) {
      await page.goto(pages.city(city))
      await page.getByRole('link', { name: program }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: program })).toBeVisible()
      await expect(page.getByText('zakończony', { exact: true })).toBeVisible()
    }
  })

test('a project shows its money and figures as published', async ({ page }) => {
  await page.goto('/projects/aktywnie-dla-gliwic')
  const main = page.locator('main')
  await expect(main).toContainText(/2\s625\s128,00\szł/)
  await expect(main).toContainText(/2\s231\s358,80\szł/)
  await expect(main).toContainText('124 osoby')
  await expect(main).toContainText('1 stycznia 2021 – 30 czerwca 2023')
  await page.goto('/projects/metropolitarny-system-aktywizacji')
  await expect(main).toContainText(/13\s460\s712,28\szł/)
  await expect(main).toContainText('co najmniej 80%')
})

test('a place says what is known of getting in, and who looked when', async ({ page }) => {
  await page.goto('/venues/przykladowy-dom-zatorze')
  const access = page.getByRole('region', { name: 'Czy dostanę się do środka' })
  await expect(access).toContainText(/Wejście bez schodówtak\s*sprawdzono \d+ \p{L}+ 20\d\d/u)
  await expect(access).toContainText(/Spokojne pomieszczenienie wiemy\s*nikt jeszcze nie sprawdził/)
})

test.describe('what is not there', () => {
  test.use({ expectedErrors: [/404/] })

  for (const [path, way] of [
    ['/programs/nie-ma-takiego', 'Przejdź do strony głównej'],
    ['/en/sessions/7b1c3f52-0000-4000-8000-000000000000', 'Go to the home page'],
    ['/uk/venues/NIE', 'Перейти на головну'],
    ['/districts/nie-ma', 'Przejdź do strony głównej'],
    ['/subscribe?slice=clubs/nie-ma', 'Przejdź do strony głównej'],
  ] as const)
    test(`${path} says so in the reader's language, with a way back`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('link', { name: way })).toBeVisible()
      await expectAccessible(page)
    })
})

test('the accessibility statement has every id that Polish law asks for, once', async ({ page }) => {
  const ids = ['wstep', 'podmiot', 'zakres', 'url', 'data-publikacja', 'data-aktualizacja', 'status', 'ocena', 'kontakt', 'osoba']
  const more = ['email', 'telefon', 'procedura', 'data-sporzadzenie', 'architektura', 'komunikacja', 'aplikacje', 'deklaracja']
  for (const path of ['/accessibility', '/en/accessibility', '/uk/accessibility']) {
    await page.goto(path)
    for (const id of [...ids, ...more]) await expect(page.locator(`#a11y-${id}`)).toHaveCount(1)
    await expect(page.locator('time#a11y-data-publikacja')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/)
  }
})
