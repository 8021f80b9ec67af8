import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TOTP } from 'otpauth'
import { api } from '#shared/contract/paths.ts'

/**
 * Who works at the e2e server's organisation. A browser test is signed in as one of them by
 *
 *     test.use({ storageState: signedInAs('coordinator') })
 *
 * All tests with one role share one sign-in, so don't sign out there: a test about signing in or out begins without `storageState` and types
 * `passwordOf(role)` (the administrator's second step is `administratorCode()`).
 */
export const staffRoles = ['administrator', 'coordinator', 'organiser', 'own-organiser', 'desk'] as const
export type StaffRole = (typeof staffRoles)[number]

export const emailOf = (role: StaffRole): string => `${role}@example.pl`
export const passwordOf = (role: StaffRole): string => `zielony-rower-${role}`
/** What Playwright reads cookies from; `makeStaff` writes it before the first test. */
export const signedInAs = (role: StaffRole): string =>
  fileURLToPath(new URL(`../../build/test/signed-in/${role}.json`, import.meta.url))
/** For six digits of the moment. */
export const administratorCode = (): string => new TOTP({ secret: process.env['E2E_TOTP'] ?? '' }).generate()

type Body = {
  readonly next: string
  readonly secret: string
  readonly scopes: readonly { readonly kind: string; readonly id: string; readonly name: string }[]
  readonly messages: readonly { readonly to: string; readonly text: string }[]
}

/**
 * Before the first test, as people would do it: the administrator of the settings sets up a second factor and invites one person per role
 * into the organisation that `pick` names; they accept by the links in the mailbox.
 */
export async function makeStaff(url: string, pick: (name: string) => boolean): Promise<void> {
  mkdirSync(fileURLToPath(new URL('../../build/test/signed-in', import.meta.url)), { recursive: true })
  const boss = visitor(url)
  await boss.send('POST', api.signInByPassword, { email: emailOf('administrator'), password: passwordOf('administrator') })
  const { secret } = await boss.send('POST', api.secondFactorBegin, { password: passwordOf('administrator') })
  process.env['E2E_TOTP'] = secret
  await boss.send('POST', api.secondFactorConfirm, { code: administratorCode() })
  keepSignIn('administrator', boss.cookies())
  const { scopes } = await boss.send('GET', api.grantScopes)
  const organisation = scopes.find(({ kind, name }) => kind === 'organisation' && pick(name))
  if (!organisation) throw new Error('the sample data have no such organisation any more')
  for (const role of staffRoles.filter((one) => one !== 'administrator')) {
    const grant = {
      role: grantRoles[role],
      scope: { kind: 'organisation', id: organisation.id },
      ownOnly: role === 'own-organiser',
    }
    await boss.send('POST', api.invitations, { email: emailOf(role), name: namesOf[role], grants: [grant] })
    const { messages } = await boss.send('GET', api.messages)
    const token = /#(\S+)$/m.exec(messages.find(({ to }) => to === emailOf(role))?.text ?? '')?.[1]
    const guest = visitor(url)
    await guest.send('POST', api.invitationAccept, { token, password: passwordOf(role) })
    keepSignIn(role, guest.cookies())
  }
}

const grantRoles = { coordinator: 'COORDINATOR', organiser: 'ORGANISER', 'own-organiser': 'ORGANISER', desk: 'DESK' } as const
const namesOf = {
  coordinator: 'Karolina Koordynująca',
  organiser: 'Olga Organizująca',
  'own-organiser': 'Wiktor Własny',
  desk: 'Renata Recepcyjna',
} as const

function visitor(url: string) {
  const jar = new Map<string, string>()
  async function send(method: string, path: string, body?: object): Promise<Body> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`)
    const answer = await fetch(url + path, {
      method,
      headers: { origin: url, cookie: cookie.join('; '), ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return (text === '' ? {} : JSON.parse(text)) as Body
  }
  return { send, cookies: () => Object.fromEntries(jar) }
}

function keepSignIn(role: StaffRole, cookies: Readonly<Record<string, string>>): void {
  const kept = Object.entries(cookies).map(([name, value]) => ({
    name,
    value,
    domain: 'localhost',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  }))
  writeFileSync(signedInAs(role), JSON.stringify({ cookies: kept, origins: [] }))
}
