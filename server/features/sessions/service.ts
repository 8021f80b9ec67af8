import { planQuery, type PlanQuery } from '#shared/contract/plan.ts'
import { reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { snapshotNames } from '../../db/snapshot.ts'
import { createJsonMemory, toKeptJson, type KeptJson } from '../../http/kept-json.ts'
import { presentChoices, presentPlan, type Plan } from './present.ts'
import { findPlanChoices, findPlanned, findPlannedIn } from './repository.ts'
import { knowsAllOf, knowsNothingOf } from './rules.ts'

/** Room for plans in memory, in bytes: some hundred looks of an office. */
const room = 32_000_000

export type PlanService = {
  /**
   * The sessions of some days, for whoever asks.
   *
   * @param query - as it stands in the address
   * @throws {ZodError} naming each parameter that is wrong
   */
  readonly plan: (actor: Actor, query: unknown) => Promise<KeptJson>
  readonly choices: (actor: Actor) => Promise<KeptJson>
}

/**
 * The plan is asked for again and again by everybody in an office who has it open, so that the answer is kept for as long as nothing
 * was committed: one statement asks that. Whoever knows the true names of some discreet sessions and not of others gets it made anew.
 */
export function createPlanService(database: Database): PlanService {
  const memory = createJsonMemory(room)
  const snapshotName = snapshotNames(database.pool)
  const keep = async ({ snapshot }: Actor, key: readonly unknown[], make: () => Promise<unknown>): Promise<KeptJson> =>
    memory.recall(JSON.stringify(key), snapshot ?? (await snapshotName()), make)

  return {
    async plan(actor, asked) {
      const query = planQuery.parse(asked)
      const [see, sensitive] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive')]
      const make = (): Promise<unknown> => readPlan(database, actor, query)
      if (knowsAllOf(see, sensitive) || knowsNothingOf(sensitive)) return keep(actor, ['plan', see, sensitive, query], make)
      return toKeptJson(await make())
    },
    choices(actor) {
      const [see, sensitive] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive')]
      return keep(actor, ['choices', see, sensitive], async () => presentChoices(await findPlanChoices(database, see, sensitive)))
    },
  }
}

/** The same, not kept: for who needs it on the way to something else. */
export async function readPlan(database: Database, actor: Actor, query: PlanQuery): Promise<Plan> {
  const [see, sensitive] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive')]
  const rows = await findPlanned(database, query, see, sensitive)
  const isKnown = await knownOf(database, query, see, sensitive)
  return presentPlan(rows, isKnown, query.lang)
}

/** Which discreet sessions the reader may know as they are. */
async function knownOf(database: Database, query: PlanQuery, see: Reach, sensitive: Reach): Promise<(id: string) => boolean> {
  if (knowsAllOf(see, sensitive)) return () => true
  if (knowsNothingOf(sensitive)) return () => false
  const known = new Set(await findPlannedIn(database, query, sensitive))
  return (id) => known.has(id)
}
