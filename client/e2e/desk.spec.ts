import type { Page } from '@playwright/test'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { deskApi, volunteerApi } from '#shared/contract/panel-paths.ts'
import type { OffersView, PeopleView } from '#shared/contract/desk.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { signedInAs } from './staff.ts'

// 422: a wrong number of a slip, and a phone number that is none. 409: elsewhere at that time. 403: it isn't sure yet who is on the line.
test.use({ storageState: signedInAs('coordinator'), expectedErrors: [/403|409|422/] })

/** Letters that no other test of the same run types. */
const rare = (): string => Array.from({ length: 8 }, () => 'bcdfghjklmnprstwz'[Math.floor(Math.random() * 17)]).join('')

const cloakroom = {
  fromMinutes: 0,
  minutes: 60,
  least: 1,
  most: 1,
  minAge: null,
  needsClearance: false,
  needsAgreement: false,
  isPublic: true,
}

async function openOffers(page: Page) {
  const { offers } = (await (await page.request.get(deskApi.offers)).json()) as OffersView
  return offers.filter(({ free, for: about }) => about === 'session' && (free === null || free > 3))
}

/** Somebody who signed up on the web; what is read back is the number for paper. */
async function onWeb(
  page: Page,
  session: { session: string; start: string },
  name: string,
  contact = '600 123 987',
): Promise<string> {
  const data = {
    name,
    contact,
    attending: true,
    others: [],
    language: 'pl',
    seen: session.start,
    waiting: true,
    notice: noticeVersion,
  }
  const answer = await page.request.post(api.signUps(session.session), { data, headers: { origin: new URL(page.url()).origin } })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { code: string }).code
}

test('a known caller has a seat after at most 8 keyboard actions', async ({ page }) => {
  const surname = rare()
  const [first, second] = await openOffers(page)
  if (!first || !second) throw new Error('the sample data offer nothing any more')
  await page.goto('/panel/desk')
  await onWeb(page, first, `Janina ${surname}`)
  let actions = 0
  /** A word typed into one field is one action, and so is every key pressed. */
  const type = async (text: string) => {
    actions += 1
    await page.keyboard.type(text)
  }
  const press = async (key: string) => {
    actions += 1
    await page.keyboard.press(key)
  }
  await expect(page.getByRole('searchbox', { name: 'Kto to?' })).toBeFocused()
  await type(surname.slice(0, 6))
  await press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Szukaj zajęć' })).toBeFocused()
  await expect(page.getByText('Czy to na pewno ta osoba?')).toBeVisible()
  await expectAccessible(page)
  await type(second.title.text)
  await press('Enter')
  const notice = page.getByRole('checkbox', { name: 'Przeczytane' })
  await expect(notice).toBeFocused()
  await expectAccessible(page)
  await press('Space')
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'Jest miejsce' })).toBeFocused()
  await expect(page.locator('.desk-code')).toHaveText(/^[A-Z2-9]{3} [A-Z2-9]{4}$/)
  expect(actions).toBeLessThanOrEqual(8)
  await expectAccessible(page)

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.desk-slip-code')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Oddzwonić' })).toBeHidden()
  await expect(page.locator('.side')).toBeHidden()
})

test('nothing is read out before the number of the slip; then one withdraws, and takes that back', async ({ page }) => {
  const name = `Bogusława ${rare()}`
  const [first] = await openOffers(page)
  if (!first) throw new Error('the sample data offer nothing any more')
  await page.goto('/panel/desk')
  const code = await onWeb(page, first, name)
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(name)
  await page.keyboard.press('Enter')
  const coming = page.getByRole('list', { name: 'Najbliższe spotkania' })
  await expect(page.getByRole('textbox', { name: 'Numer zapisu' })).toBeVisible()
  await expect(coming).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Numer zapisu' }).fill('AAA AAAA')
  await page.getByRole('button', { name: 'Sprawdź numer' }).click()
  await expect(page.getByText('To nie jest numer zapisu tej osoby.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Numer zapisu' }).fill(code.toLowerCase())
  await page.keyboard.press('Enter')
  await expect(coming.getByRole('listitem')).toHaveCount(1)
  await coming.getByRole('button', { name: /^Wycofaj/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Wycofaj zapis' }).click()
  await expect(page.getByText('Na nic nie jest teraz zapisana.')).toBeVisible()
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect(coming.getByRole('listitem')).toHaveCount(1)

  // The number of a web sign-up shows that sign-up and not a person: a calendar of everything takes a call back.
  await page.getByText('Kalendarz w telefonie').click()
  await page.getByRole('button', { name: 'Zrób adres kalendarza' }).click()
  await expect(page.getByText('Najpierw upewnij się, kto prosi: oddzwoń')).toBeVisible()
  await page.getByRole('button', { name: 'Oddzwonione, to ta osoba' }).click()
  await expect(page.getByText('Sprawdzone przez oddzwonienie')).toBeVisible()
  await page.getByRole('button', { name: 'Zrób adres kalendarza' }).click()
  await expect(page.getByLabel('Adres tego kalendarza')).toHaveValue(/\/feeds\/personal\//)
  await expectAccessible(page)
})

test('two records become one person and two again; a caller gets a shift, with a question where something is in the way', async ({
  page,
}) => {
  const [name, work] = [`Kazimiera ${rare()}`, `szatnia ${rare()}`]
  const [first, second] = await openOffers(page)
  if (!first || !second) throw new Error('the sample data offer nothing any more')
  await page.goto('/panel/desk')
  const phone = `600 ${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`
  await onWeb(page, first, name, phone)
  await onWeb(page, second, name, `${rare()}@example.pl`)
  const made = await page.request.post(volunteerApi.sessionShifts(first.session), {
    headers: { origin: new URL(page.url()).origin },
    data: { ...cloakroom, name: { pl: work } },
  })
  expect(made.status()).toBe(201)
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(name)
  await page.keyboard.press('Enter')
  await page
    .getByRole('list', { name: 'Znalezione osoby' })
    .getByRole('button', { name: phone.slice(-3) })
    .click()

  const doubles = page.getByRole('region', { name: 'Czy to ta sama osoba?' })
  await doubles.getByRole('button', { name: `Porównaj: ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Ten wpis dołącza' })).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Połącz wpisy' }).click()
  await expect(dialog.getByText('Zaznacz, jeśli to wiesz.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('checkbox', { name: 'Wiem, że to ta sama osoba' }).check()
  await dialog.getByRole('button', { name: 'Połącz wpisy' }).click()
  const toast = page.locator('.toast')
  await expect(toast).toContainText('To od teraz jeden wpis')
  await expect(page.getByRole('button', { name: `Rozdziel z powrotem: ${name}` })).toBeVisible()
  await expectAccessible(page)
  await toast.getByRole('button', { name: 'Cofnij' }).click()
  await expect(toast).toContainText('Znowu są dwa wpisy')
  await expect(doubles.getByRole('button', { name: `Porównaj: ${name}` })).toBeVisible()

  const shifts = page.getByRole('region', { name: 'Dyżury wolontariusza' })
  await expect(shifts.getByRole('listitem').first()).toBeVisible()
  const more = shifts.getByRole('button', { name: /^Pokaż wszystkie/ })
  if (await more.isVisible()) await more.click()
  const give = shifts.getByRole('button', { name: `Zapisz na dyżur: ${work}` })
  await give.click()
  await expect(shifts.getByText('Najpierw zaznacz, ile ta osoba ma lat.')).toBeVisible()
  await shifts.getByRole('combobox', { name: 'Ile ma lat?' }).selectOption('18')
  await give.click()
  await dialog.getByRole('button', { name: 'Da radę, zapisz' }).click()
  await expect(page.getByRole('heading', { name: 'Jest miejsce' })).toBeFocused()
  await expect(page.locator('#desk-result + *')).toContainText(`dyżur: ${work}`)
  await expectAccessible(page)
})

test('whoever shows a document gets a copy of their data, and is erased', async ({ page }) => {
  const name = `Bronisława ${rare()}`
  const [first] = await openOffers(page)
  if (!first) throw new Error('the sample data offer nothing any more')
  await page.goto('/panel/desk')
  await onWeb(page, first, name)
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(name)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Kopia danych…' }).click()
  await dialog.getByText('podała numer zapisu').click()
  await dialog.getByRole('textbox', { name: 'Numer zapisu' }).fill('AAA AAAA')
  await dialog.getByRole('button', { name: 'Pobierz plik' }).click()
  await expect(dialog.getByText('To nie jest numer zapisu tej osoby.')).toBeVisible()
  await dialog.getByText('pokazała dokument').click()
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Pobierz plik' }).click()])
  expect(file.suggestedFilename()).toBe('podworko-copy.json')
  await page.getByRole('button', { name: 'Usuń dane…' }).click()
  await expect(dialog.getByText('1 miejsce na przyszłe zajęcia')).toBeVisible()
  await dialog.getByText('pokazała dokument').click()
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click()
  await expect(dialog.getByText('Zaznacz, że rozumiesz.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Rozumiem').check()
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click()
  await expect(page.getByText(`Usunięte: ${name}.`)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nikogo takiego nie znaleźliśmy')).toBeVisible()
})

test('somebody new is signed up from the page of a session, with a grandchild; the list and its paper say so', async ({
  page,
}) => {
  const name = `Wanda ${rare()}`
  const offers = await openOffers(page)
  const offer = offers.at(-1)
  if (!offer) throw new Error('the sample data offer nothing any more')
  await page.goto(`/panel/sessions/${offer.session}`)
  await page.getByRole('link', { name: 'Zapisz kogoś' }).click()
  await page.getByRole('searchbox', { name: 'Kto to?' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nikogo takiego nie znaleźliśmy')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nowa osoba' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Imię i nazwisko' })).toHaveValue(name)
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByText('Najpierw przeczytaj informację o danych.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Przeczytane' }).check()
  await page.getByRole('button', { name: 'Dopisz jeszcze jedną osobę' }).click()
  await page.getByRole('group', { name: 'Osoba 2' }).getByRole('textbox').fill('Zosia Wymyślona')
  await page.getByRole('checkbox', { name: 'to dziecko' }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Jest miejsce' })).toBeVisible()

  await page.goto(`/panel/sessions/${offer.session}`)
  await expect(
    page.getByRole('row', { name: new RegExp(`${name}.*2.*Zosia Wymyślona.*ma miejsce.*przez telefon`) }),
  ).toBeVisible()
  await expectAccessible(page)
  const file = await page.request.get(await page.getByRole('link', { name: 'CSV' }).getAttribute('href').then(String))
  expect(await file.text()).toContain(name)
  await page.getByRole('link', { name: 'Lista do druku' }).click()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Zosia Wymyślona (dziecko)' }).or(page.getByText('Zosia Wymyślona')),
  ).not.toHaveCount(0)
  await expectAccessible(page)
  await page.goBack()
  await page.getByRole('button', { name: `Wycofaj: ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Wycofaj zapis' }).click()
  await page.getByRole('button', { name: `Cofnij wycofanie: ${name}` }).click()
  await expect(page.getByRole('button', { name: `Wycofaj: ${name}` })).toBeVisible()
  const people = (await (await page.request.get(deskApi.people(offer.session))).json()) as PeopleView
  expect(people.list.find((one) => one.name === name)).toMatchObject({ status: 'confirmed', seats: 2 })
})

test('who is to be called back is put down, done, and put back', async ({ page }) => {
  const name = `Krystyna ${rare()}`
  await page.goto('/panel/desk')
  await page.getByText('Dodaj do oddzwonienia').click()
  await page.getByLabel('Kto', { exact: true }).fill(name)
  await page.getByLabel('Telefon', { exact: true }).fill('jutro')
  await page.getByLabel('W jakiej sprawie').fill('czy jest joga')
  await page.getByRole('button', { name: 'Zachowaj' }).click()
  await expect(page.getByLabel('Telefon', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Telefon', { exact: true }).fill('600 777 888')
  await page.getByRole('button', { name: 'Zachowaj' }).click()
  await page.getByRole('button', { name: `Załatwione: ${name}` }).click()
  await expect(page.getByText('Załatwia: Karolina Koordynująca').first()).toBeVisible()
  await page.getByRole('button', { name: `Jednak nie: ${name}` }).click()
  await expect(page.getByRole('button', { name: `Załatwione: ${name}` })).toBeVisible()
  await expectAccessible(page)
})
