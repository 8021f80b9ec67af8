import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { By, Write } from '../../db/write.ts'
import { noteFits } from './staff-repository.ts'

/** What staff found where a public form would ask too much: whether somebody is one of those whom the meeting is for. The reason is kept nowhere. */
export function fitsService({ write, clock }: { readonly write: Write; readonly clock: Clock }) {
  return {
    /** @param fits - null: nobody has looked, after all */
    async note(actor: Actor, signUpId: string, fits: boolean | null, by: By): Promise<void> {
      await write(async (tx) => {
        await noteFits(tx, signUpId, fits, { accountId: actor.accountId, at: clock() })
        return null
      }, by)
    },
  }
}
