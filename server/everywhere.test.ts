import { expect, it } from 'vitest'
import { reachOf } from './actor.ts'
import { freshDatabase } from './db/testing/fresh-database.ts'
import { actorWith } from './db/testing/inputs.ts'
import { seedSession } from './db/testing/seed-session.ts'
import { activitiesIn, seriesIn } from './features/activities/policy.ts'
import { findChoices } from './features/clubs/repository.ts'
import { clubsIn } from './features/clubs/policy.ts'
import { organisationsIn } from './features/organisations/policy.ts'
import { venuesToUse } from './features/planning/policy.ts'
import { programsIn } from './features/programs/policy.ts'
import { projectsIn } from './features/projects/policy.ts'
import { sessionsIn } from './features/sessions/policy.ts'
import { calledPrograms, peopleIn } from './features/sign-ups/policy.ts'
import { usableVenues, venuesIn } from './features/venues/policy.ts'

const { pool, prisma } = await freshDatabase()
const { session, activity, program } = await seedSession(pool)
const administrator = actorWith('ADMINISTRATOR')
const everywhere = reachOf(administrator, 'manage')
const ofNobody = { id: '00000000-0000-4000-8000-000000000000' }

it('"everywhere or this one" is everywhere, whatever it is about', async () => {
  const counts = await Promise.all([
    prisma.program.count({ where: { OR: [programsIn(everywhere), ofNobody] } }),
    prisma.program.count({ where: { OR: [calledPrograms(administrator), ofNobody] } }),
    prisma.series.count({ where: { OR: [seriesIn(everywhere), ofNobody] } }),
    prisma.series.count({ where: { OR: [{ program: programsIn(everywhere) }, { club: clubsIn(everywhere) }] } }),
    prisma.activity.count({ where: { OR: [activitiesIn(everywhere), ofNobody] } }),
    prisma.session.count({ where: { OR: [sessionsIn(everywhere), ofNobody] } }),
    prisma.venue.count({ where: { OR: [venuesIn(everywhere), ofNobody] } }),
    prisma.venue.count({ where: { OR: [usableVenues(everywhere), ofNobody] } }),
    prisma.venue.count({ where: { OR: [venuesToUse(everywhere), ofNobody] } }),
  ])
  expect(counts).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1])
  await pool.query(`INSERT INTO "Organisation" (slug, name, kind) VALUES ('osrodek', 'Ośrodek', 'SOCIAL_CENTRE')`)
  expect(await prisma.organisation.count({ where: { OR: [organisationsIn(everywhere), ofNobody] } })).toBe(1)
  expect(await prisma.project.count({ where: { OR: [projectsIn(everywhere), ofNobody] } })).toBe(0)
})

it('an administrator of everything plans for a program without a club', async () => {
  const { programs } = await findChoices(prisma, { plan: everywhere, manage: everywhere })
  expect(programs.map(({ id }) => id)).toEqual([program])
})

it('an administrator of everything sees who comes to a discreet session', async () => {
  await pool.query(`UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`, [activity])
  expect(await prisma.session.count({ where: { AND: [{ id: session }, peopleIn(administrator)] } })).toBe(1)
})
