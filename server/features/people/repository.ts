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

/** How somebody may be reached without harm goes with the last contact that it is about: as long as somebody else has the same one, it is theirs. */
export async function handOnSafeContacts(tx: Tx, fromIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "SafeContact" safe SET "personId" = hands."heirId"
    FROM (
      SELECT DISTINCT ON (heir.id) former.id AS "formerId", heir.id AS "heirId"
      FROM "SafeContact" own JOIN "Person" former ON former.id = own."personId" CROSS JOIN LATERAL (
        SELECT one.id FROM "Person" one
        WHERE (one.phone = former.phone OR one.email = former.email) AND one.id <> ALL (${[...fromIds]}::uuid[])
          AND NOT EXISTS (SELECT FROM "SafeContact" theirs WHERE theirs."personId" = one.id)
        ORDER BY one."createdAt" DESC, one.id LIMIT 1) heir
      WHERE former.id = ANY (${[...fromIds]}::uuid[]) ORDER BY heir.id, own."notedAt" DESC) hands
    WHERE safe."personId" = hands."formerId"`
  await tx.$executeRaw`DELETE FROM "SafeContact" WHERE "personId" = ANY (${[...fromIds]}::uuid[])`
}

/** Who some people were found to be, by their former ids; those who are still themselves aren't in it. */
export async function findMergedInto(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<readonly { readonly id: string; readonly into: string }[]>`
    WITH RECURSIVE one AS (
      SELECT id, "mergedIntoId" AS "into" FROM "Person" WHERE id = ANY (${[...ids]}::uuid[]) AND "mergedIntoId" IS NOT NULL
      UNION ALL SELECT one.id, next."mergedIntoId" FROM one JOIN "Person" next ON next.id = one."into" WHERE next."mergedIntoId" IS NOT NULL)
    SELECT one.id, one."into" FROM one JOIN "Person" whole ON whole.id = one."into" WHERE whole."mergedIntoId" IS NULL`
  return new Map(rows.map(({ id, into }) => [id, into]))
}
