import * as z from 'zod'
import { languages } from './kinds.ts'

/** A text for residents, already chosen for the language of the request; `lang` says which one it is in. */
export const text = z.strictObject({ text: z.string(), lang: z.enum(languages) }).meta({ id: 'Text' })

/** A text in all its languages, as editors see and send it: Polish always, the others if there. */
export const texts = z
  .strictObject({ pl: z.string().max(20_000), en: z.string().max(20_000).optional(), uk: z.string().max(20_000).optional() })
  .meta({ id: 'Texts' })

export const slug = z.string().max(100)

/** Something with a page of its own. */
export const link = z.strictObject({ slug, name: z.string() }).meta({ id: 'Link' })

/** A calendar day in Warsaw, `2026-11-23`. */
export const day = z.iso.date()
