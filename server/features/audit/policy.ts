import { reachOf, type Actor, type Right } from '../../actor.ts'

/** The things whose history somebody may read, as ids that entries belong to. */
export type Within = { readonly everywhere: boolean; readonly ids: readonly string[] }

/**
 * What somebody may read of the log: of programs and all that is in them; of accounts and their roles only those who manage people's
 * work there, so never an auditor; discreet things by their true name only who knows them so in the plan (mechanics 24).
 */
export type Sight = { readonly content: Within; readonly accounts: Within; readonly open: Within }

export const rightOf: Readonly<Record<keyof Sight, Right>> = { content: 'audit', accounts: 'manage', open: 'see-sensitive' }

/** Kinds of entries about people who may sign in. */
export const accountKinds = ['Account', 'RoleGrant']

/** Whether everything that this person reads is noted: an auditor looks from outside (mechanics 34). */
export const isWatched = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'AUDITOR')

export const reachesFor = (actor: Actor) => ({
  content: reachOf(actor, rightOf.content),
  accounts: reachOf(actor, rightOf.accounts),
  open: reachOf(actor, rightOf.open),
})

export const isWithin = ({ everywhere, ids }: Within, belongsTo: readonly string[]): boolean =>
  everywhere || belongsTo.some((id) => ids.includes(id))
