import type { SafeContactInput, SafeContactView } from '#shared/contract/safe-contact.ts'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'

type Db = Tx | Database['prisma']

type Row = Omit<SafeContactInput, 'mail'> & {
  readonly personId: string
  readonly mail: 'USUAL' | 'NEUTRAL' | 'NONE'
  readonly notedAt: Date
  readonly notedBy: string
}

const mails = { usual: 'USUAL', neutral: 'NEUTRAL', none: 'NONE' } as const
const mailsBack = { USUAL: 'usual', NEUTRAL: 'neutral', NONE: 'none' } as const

/** How some people may be reached, by their ids; those who said nothing of it aren't in it. */
export async function findSafeContacts(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, SafeContactView>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.$queryRaw<readonly Row[]>`
    SELECT person.id AS "personId", safe.calls, safe.sms, safe.voicemail, safe.mail::text AS mail, safe.days, safe."from", safe."to",
      safe.opening, safe."notedAt", account.name AS "notedBy"
    FROM "Person" person CROSS JOIN LATERAL safe_contact_of(person) safe JOIN "Account" account ON account.id = safe."notedById"
    WHERE person.id = ANY (${[...new Set(personIds)]}::uuid[])`
  return new Map(
    rows.map(({ personId, mail, notedAt, ...rest }) => [
      personId,
      { ...rest, mail: mailsBack[mail], notedAt: notedAt.toISOString() },
    ]),
  )
}

/** Keeps how somebody may be reached, in the place of what was said before of the same number or mailbox. */
export async function keepSafeContact(
  tx: Tx,
  personId: string,
  { mail, ...input }: SafeContactInput,
  by: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await dropSafeContact(tx, personId)
  const data = { ...input, personId, mail: mails[mail], notedAt: by.at, notedById: by.accountId }
  await tx.safeContact.create({ data, select: { personId: true } })
}

/** Forgets it, and what was said of the same number or mailbox. */
export async function dropSafeContact(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "SafeContact" WHERE "personId" IN (
      SELECT one.id FROM "Person" one JOIN "Person" of ON of.id = ${personId}::uuid
      WHERE one.id = of.id OR one.phone = of.phone OR one.email = of.email)`
}
