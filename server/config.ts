import { isIP } from 'node:net'
import * as z from 'zod'
import { StartError } from './db/start-error.ts'
import { passwordFault } from './features/accounts/rules.ts'
import { readEmail } from './features/people/rules.ts'
import { usualKeepDays, type KeepDays } from './features/privacy/retention-service.ts'

const proxyNames = ['loopback', 'linklocal', 'uniquelocal']

const url = (protocols: RegExp, expected: string) => z.url({ protocol: protocols, error: `expected ${expected}`, abort: true })

/** A number of days for which something is kept. */
const days = (usual: number) => z.coerce.number({ error: 'expected a number of days' }).int().min(1).max(3650).default(usual)

const schema = z.object({
  PORT: z.coerce.number({ error: 'expected a port number' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: url(/^https?$/, 'an address such as https://kalendarz.example.pl')
    .refine((text) => new URL(text).pathname === '/' && new URL(text).search === '', 'expected an address without a path')
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'an address such as postgresql://user:password@host/database').optional(),
  SAMPLE_DATA: z.enum(['auto', 'off']).default('auto'),
  OFFLINE_COPY: z.enum(['on', 'off']).default('on'),
  TRUST_PROXY: z.string().default('off').transform(readProxies),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  ADMIN_EMAIL: z.string().transform(readMailbox).optional(),
  ADMIN_PASSWORD: z.string().superRefine(refuseWeak).optional(),
  SMTP_URL: url(/^smtps?$/, 'an address such as smtp://user:password@host:587').optional(),
  KEEP_NEEDS_DAYS: days(usualKeepDays.needs),
  KEEP_WAITING_DAYS: days(usualKeepDays.waiting),
  KEEP_MESSAGES_DAYS: days(usualKeepDays.messages),
  KEEP_CONTACTS_DAYS: days(usualKeepDays.contacts),
  MAIL_FROM: z.string().transform(readMailbox).optional(),
})

export type Config = {
  /** 0 means any free port. */
  readonly port: number
  /** Undefined means every network of the machine. */
  readonly host: string | undefined
  /** Where residents reach this server, without a slash at the end: links in feeds are built on it. */
  readonly publicUrl: string
  /** False when the administrator has not said what the address is: then numeric addresses are answered too. */
  readonly publicUrlIsSet: boolean
  readonly dataFolder: string | undefined
  /** Undefined means the embedded server. */
  readonly databaseUrl: string | undefined
  readonly sampleData: 'auto' | 'off'
  /** Off: browsers are told to forget their service worker and every copy that it kept. */
  readonly offlineCopy: 'on' | 'off'
  /** What Express calls `trust proxy`: off, a number of proxies in front, or their addresses. */
  readonly trustProxy: false | number | readonly string[]
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** An administrator of everything who is made at the start if nobody has that mailbox; without a password one is made and printed. */
  readonly administrator: { readonly email: string; readonly password: string | undefined } | undefined
  /** Undefined means that mails stay in the panel's mailbox. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
  /** For how many days what is known of people stays. */
  readonly keepDays: KeepDays
}

/**
 * Reads and checks the settings once, at start. An empty setting counts as none, as in a file copied from `.env.example`.
 *
 * @throws {StartError} naming every setting that is wrong, and what would be right
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const { success, data, error } = schema.safeParse(given)
  if (!success) {
    const reasons = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.toLowerCase()}`)
    throw new StartError(`these settings are wrong: ${reasons.join('; ')}`)
  }
  if (data.ADMIN_PASSWORD !== undefined && data.ADMIN_EMAIL === undefined)
    throw new StartError('ADMIN_PASSWORD is set and ADMIN_EMAIL is not: whose password is it?')
  if (data.SMTP_URL !== undefined && data.MAIL_FROM === undefined)
    throw new StartError('SMTP_URL is set and MAIL_FROM is not: set it to the address that mails come from')
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    publicUrl: new URL(data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).origin,
    publicUrlIsSet: data.PUBLIC_URL !== undefined,
    dataFolder: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    sampleData: data.SAMPLE_DATA,
    offlineCopy: data.OFFLINE_COPY,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    keepDays: {
      needs: data.KEEP_NEEDS_DAYS,
      waiting: data.KEEP_WAITING_DAYS,
      messages: data.KEEP_MESSAGES_DAYS,
      contacts: data.KEEP_CONTACTS_DAYS,
    },
    administrator: data.ADMIN_EMAIL === undefined ? undefined : { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD },
    mail: data.SMTP_URL && data.MAIL_FROM ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM } : undefined,
  })
}

function readMailbox(text: string, context: z.RefinementCtx): string {
  const mailbox = readEmail(text)
  if (mailbox !== null) return mailbox
  context.addIssue('expected a mail address such as kalendarz@example.pl')
  return z.NEVER
}

function refuseWeak(password: string, context: z.RefinementCtx): void {
  const fault = passwordFault(password, [])
  if (fault !== null) context.addIssue(`expected ${fault}`)
}

function readProxies(text: string, context: z.RefinementCtx): Config['trustProxy'] {
  if (text === 'off') return false
  if (/^[1-9]$/.test(text)) return Number(text)
  const entries = text.split(',').map((entry) => entry.trim())
  if (entries.every(isProxy)) return entries
  context.addIssue(`expected off, a number of proxies from 1 to 9, or a list of their addresses such as 10.0.0.1, 10.1.0.0/16`)
  return z.NEVER
}

function isProxy(entry: string): boolean {
  if (proxyNames.includes(entry)) return true
  const [address = '', bits, ...rest] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
}
