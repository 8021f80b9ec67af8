import { choose, expect, expectAccessible, test } from './page-test.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('administrator') })

/** The same story is told on two screens against one server, so each has names of its own. */
const mark = (): 'Biurko' | 'Telefon' => (test.info().project.name === 'desk' ? 'Biurko' : 'Telefon')

test('a venue with a room and a club that meets there are entered by keyboard alone', async ({ page }) => {
  await page.goto('/panel/venues/new')
  const type = async (label: string | RegExp, text: string) => {
    await page.getByLabel(label).first().focus()
    await page.keyboard.type(text)
  }
  await type(/^Nazwa/, `Zmyślona Świetlica ${mark()}`)
  await expect(page.getByLabel(/^Adres strony/)).toHaveValue(`zmyslona-swietlica-${mark().toLowerCase()}`)
  await choose(page, /^Miasto/, 'Gliw')
  await type(/^Adres$/, 'ul. Wymyślona 7')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zmyślona Świetlica ${mark()}`)
  await page.getByRole('button', { name: 'Dodaj salę' }).press('Enter')
  await type('Sala', 'sala 1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Zmień: sala 1' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/panel/clubs/new`)
  await choose(page, /^Program/, 'Zatorze')
  await type(/^Nazwa/, `Zmyślony Klub ${mark()}`)
  await choose(page, /^Gdzie się spotyka/, mark())
  await page.getByRole('button', { name: 'Zachowaj' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zmyślony Klub ${mark()}`)
  await page.goto(`/clubs/zmyslony-klub-${mark().toLowerCase()}`)
  await expect(page.getByRole('link', { name: `Zmyślona Świetlica ${mark()}` })).toBeVisible()
})

test('one place that was entered twice becomes one, and its old address leads there', async ({ page }) => {
  for (const [name, address] of [
    ['Kolarza', 'ul. Kolarza 10b'],
    ['Kotlarza', 'ul. Kotlarza 10b'],
  ] as const) {
    await page.goto('/panel/venues/new')
    await page.getByLabel(/^Nazwa/).fill(`Dom ${name} ${mark()}`)
    await choose(page, /^Miasto/, 'Katow')
    await page.getByLabel('Adres', { exact: true }).fill(address)
    await page.getByRole('button', { name: 'Zachowaj' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dom ${name} ${mark()}`)
  }
  await page.getByRole('button', { name: 'To samo jest tu dwa razy?' }).click()
  await choose(page, /^Co zostaje/, `Dom Kolarza ${mark()}`)
  await page.getByRole('button', { name: 'Sprawdź, co się stanie' }).click()
  await expect(page.getByText('Połączenia nie da się cofnąć.')).toBeVisible()
  await page.getByRole('button', { name: `Połącz z „Dom Kolarza ${mark()}”` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dom Kolarza ${mark()}`)
  await page.goto(`/venues/dom-kotlarza-${mark().toLowerCase()}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dom Kolarza ${mark()}`)
  await expect(page.getByText(`Inaczej: Dom Kotlarza ${mark()}`)).toBeVisible()
})

test.describe('two people at once', () => {
  test.use({ expectedErrors: [/409/] })

  test('see both versions side by side and choose field by field', async ({ page, context }) => {
    await page.goto('/panel/organisations/new')
    await page.getByLabel(/^Nazwa/).fill(`Fundacja ${mark()}`)
    await page.getByRole('button', { name: 'Zachowaj' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Fundacja ${mark()}`)
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByLabel('Adres (niekonieczne)').fill('ul. Cudza 1')
    await other.getByRole('button', { name: 'Zachowaj' }).click()
    await expect(other.getByText('Zachowane.')).toBeVisible()
    await page.getByLabel('Adres (niekonieczne)').fill('ul. Moja 1')
    await page.getByLabel(/^Nazwa/).fill(`Fundacja ${mark()} Dwa`)
    await page.getByRole('button', { name: 'Zachowaj' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ktoś zmienił to w międzyczasie' })
    await dialog.getByLabel('Teraz zapisane: ul. Cudza 1').check()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Zachowaj tak' }).click()
    await expect(page.getByText('Zachowane.')).toBeVisible()
    await expect(page.getByLabel('Adres (niekonieczne)')).toHaveValue('ul. Cudza 1')
    await expect(page.getByLabel(/^Nazwa/)).toHaveValue(`Fundacja ${mark()} Dwa`)
  })
})
