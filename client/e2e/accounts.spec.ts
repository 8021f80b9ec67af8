import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { api } from '#shared/contract/paths.ts'
import { expect, expectAccessible, test } from './page-test.ts'
import { signedInAs } from './staff.ts'

test.use({ storageState: signedInAs('administrator') })

const password = 'trzy-zielone-rowery'
const origin = () => ({ origin: process.env['E2E_URL'] ?? '' })

/** What the newest mail to somebody says, as its reader would open it. */
async function mailTo(request: APIRequestContext, email: string): Promise<{ readonly link: string; readonly code: string }> {
  const { messages } = (await (await request.get(api.messages)).json()) as { messages: { to: string; text: string }[] }
  const text = messages.find(({ to }) => to === email)?.text ?? ''
  return { link: /^\S+#\S+$/m.exec(text)?.[0] ?? '', code: /^\d{3} ?\d{3}$/m.exec(text)?.[0] ?? '' }
}

type Scope = { readonly kind: string; readonly id: string | null; readonly name: string | null }

/** Invites, and opens the invitation on a device where nobody is signed in. */
async function invited(
  page: Page,
  browser: Browser,
  email: string,
  role: string,
  pick: (scope: Scope) => boolean,
): Promise<Page> {
  const { scopes } = (await (await page.request.get(api.grantScopes)).json()) as { scopes: Scope[] }
  const { kind, id } = scopes.find(pick)!
  const grants = [{ role, scope: id === null ? { kind } : { kind, id } }]
  const sent = await page.request.post(api.invitations, { headers: origin(), data: { email, name: 'Ewa Wymyślona', grants } })
  expect([sent.status(), await sent.text()]).toEqual([201, expect.any(String)])
  const guest = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
  await guest.goto((await mailTo(page.request, email)).link)
  await expect(guest.getByText('Administrator zaprasza Cię do Podwórka.')).toBeVisible()
  await guest.getByLabel(/^Hasło/).fill(password)
  await guest.getByRole('button', { name: 'Przyjmij zaproszenie' }).click()
  return guest
}

test('an invitation is accepted; then one signs in by the link of a mail, elsewhere by its code, and ends that sign-in', async ({
  page,
  browser,
}) => {
  const email = `ewa.${Date.now()}@example.pl`
  const guest = await invited(page, browser, email, 'ORGANISER', ({ kind }) => kind === 'organisation')
  await expect(guest.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()
  await guest.getByRole('button', { name: 'Wyloguj mnie' }).click()

  await expect(guest.getByRole('heading', { level: 1, name: 'Logowanie' })).toBeVisible()
  await guest.getByLabel('Adres e-mail').fill(email)
  await guest.getByLabel('Hasło').fill('nie-to-haslo-zupelnie')
  await guest.getByRole('button', { name: 'Zaloguj mnie' }).click()
  await expect(guest.getByText('Adres i hasło nie pasują do siebie.').first()).toBeVisible()
  await expect(guest.getByLabel('Adres e-mail')).toHaveValue(email)
  await guest.getByRole('button', { name: 'Wyślij mi link i kod' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Zajrzyj do poczty' })).toBeVisible()
  await guest.goto((await mailTo(page.request, email)).link)
  await guest.reload() // looking uses nothing up
  await guest.getByRole('button', { name: 'Zaloguj mnie' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()

  const other = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
  await other.goto('/panel/sign-in')
  await other.getByLabel('Adres e-mail').fill(email)
  await other.getByRole('button', { name: 'Wyślij mi link i kod' }).click()
  await expect(other.getByLabel('Kod, sześć cyfr')).toBeFocused()
  await other.keyboard.type((await mailTo(page.request, email)).code)
  await other.keyboard.press('Enter')
  await expect(other.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()

  await guest.goto('/panel/account')
  await expect(guest.getByText('to urządzenie', { exact: true })).toHaveCount(1)
  await expectAccessible(guest)
  await guest.getByRole('button', { name: /^Wyloguj to urządzenie/ }).click()
  await expect(guest.getByText('Wylogowane.', { exact: true })).toBeVisible()
  await other.goto('/panel')
  await expect(other.getByRole('heading', { level: 1, name: 'Logowanie' })).toBeVisible()
})

test('an administrator sets up the second step before anything else, and needs it at the next sign-in', async ({
  page,
  browser,
}) => {
  const email = `admin.${Date.now()}@example.pl`
  const guest = await invited(page, browser, email, 'ADMINISTRATOR', ({ kind }) => kind === 'everywhere')
  const signInAgain = async () => {
    await guest.getByRole('button', { name: 'Wyloguj mnie' }).click()
    await expect(guest.getByRole('heading', { level: 1, name: 'Logowanie' })).toBeVisible()
    await guest.getByLabel('Adres e-mail').fill(email)
    await guest.getByLabel('Hasło').fill(password)
    await guest.getByRole('button', { name: 'Zaloguj mnie' }).click()
  }
  await expect(guest.getByRole('heading', { level: 1, name: 'Drugi krok logowania' })).toBeVisible()
  await guest.getByLabel(/^Obecne hasło/).fill(password)
  await guest.getByRole('button', { name: 'Pokaż kod QR' }).click()
  const secret = ((await guest.locator('.set-up-key').textContent()) ?? '').replaceAll(' ', '')
  const backup = (await guest.locator('.backup-codes code').first().textContent()) ?? ''
  await expectAccessible(guest)
  await guest.getByLabel('Kody zapasowe są w bezpiecznym miejscu').check()
  await guest.getByLabel('Kod, sześć cyfr').fill(new TOTP({ secret }).generate())
  await guest.getByRole('button', { name: 'Włącz drugi krok' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()

  await signInAgain()
  await expect(guest.getByRole('heading', { level: 1, name: 'Drugi krok' })).toBeVisible()
  await guest.getByLabel('Kod, sześć cyfr').fill('000000')
  await guest.getByRole('button', { name: 'Dalej' }).click()
  await expect(guest.getByText('Ten kod jest błędny, zużyty albo za stary.').first()).toBeVisible()
  await guest.getByRole('button', { name: 'Nie mam telefonu: użyję kodu zapasowego' }).click()
  await guest.getByLabel('Kod zapasowy').fill(backup)
  await guest.getByRole('button', { name: 'Dalej' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()

  await signInAgain()
  // that of the next half minute: this one's was used up when the second step was set up
  await guest.getByLabel('Kod, sześć cyfr').fill(new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 }))
  await guest.getByRole('button', { name: 'Dalej' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Dziś' })).toBeVisible()
})
