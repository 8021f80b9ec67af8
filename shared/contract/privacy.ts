import * as z from 'zod'

/**
 * How staff made sure of who asks (T71): the paper code of one of their sign-ups, a call back to the number that is kept, or a document that was
 * shown. A phone number alone is none of them.
 */
export const identityInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.string().min(7).max(12) }),
  z.strictObject({ kind: z.literal('call-back') }),
  z.strictObject({ kind: z.literal('document') }),
])
export type IdentityInput = z.infer<typeof identityInput>

/** A copy of what is kept about somebody; with their children's only if a document was shown. */
export const copyInput = z.strictObject({ identity: identityInput, withChildren: z.boolean() })
export type CopyInput = z.infer<typeof copyInput>

export const erasureInput = z.strictObject({ identity: identityInput })
export type ErasureInput = z.infer<typeof erasureInput>

/** What erasing somebody would do, or did. */
export const erasureView = z
  .strictObject({
    people: z.array(
      z.strictObject({
        name: z.string(),
        child: z.boolean(),
        /** The name stays until this day, for this project; null: it goes at once. */
        keptUntil: z.iso.date().nullable(),
        keptFor: z.string().nullable(),
      }),
    ),
    /** Places at meetings to come that are given back. */
    withdrawn: z.int(),
    done: z.boolean(),
  })
  .meta({ id: 'Erasure' })
export type ErasureView = z.infer<typeof erasureView>
