import type * as z from 'zod'

/** What a schema describes, as those who read it see it: nothing in it can be written. */
export type Answer<Schema extends z.ZodType> = DeepReadonly<z.infer<Schema>>

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value
