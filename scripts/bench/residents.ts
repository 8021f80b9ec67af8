import type { Pool } from 'pg'

const people = 5_000
const keys = 1_000

/**
 * Invented people who signed up nine days ago, and keys of saves of today, as an installation in use has them. Without them PostgreSQL takes
 * these tables for empty, reads them whole for every foreign key, and does so as long as a connection lives: 16 sign-ups took 14 ms
 * instead of 6, and the more the longer a rush went on.
 */
export async function fillResidents(pool: Pool): Promise<void> {
  await pool.query(
    `WITH made AS (SELECT number, gen_random_uuid() AS person, gen_random_uuid() AS "signUp" FROM generate_series(1, $1::int) AS number),
      used AS (SELECT id, row_number() OVER (ORDER BY "startsAt" DESC) AS number FROM "Session" LIMIT 250),
      people AS (
        INSERT INTO "Person" (id, name, email, language)
        SELECT person, 'Osoba Zmyślona ' || number, 'zmyslona' || number || '@example.pl', 'pl' FROM made),
      placed AS (
        INSERT INTO "SignUp" (id, "sessionId", "personId", status, seats, source, "contactKey", code, "noticeVersion", "createdAt")
        SELECT made."signUp", used.id, made.person, 'WAITLISTED', 1, 'WEB', made."signUp"::text,
          translate(substr(md5(made.number::text), 1, 7), '0123456789abcdef', 'ABCDEFGHJKMNPQRS'), '1', now() - interval '9 days'
        FROM made JOIN used ON used.number = made.number % 250 + 1)
    INSERT INTO "SignUpPerson" ("signUpId", "personId", position) SELECT "signUp", person, 0 FROM made`,
    [people],
  )
  await pool.query(
    `INSERT INTO "IdempotencyKey" ("accountId", key, request) SELECT gen_random_uuid(), md5(number::text), 'an earlier save' FROM generate_series(1, $1::int) AS number`,
    [keys],
  )
  await pool.query(`UPDATE "Notice" SET fate = 'NOTHING', "settledAt" = now() WHERE "settledAt" IS NULL`)
  await pool.query('VACUUM ANALYZE')
}
