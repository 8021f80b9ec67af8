/**
 * The same keys in another language, without the plural forms that it doesn't have: the Polish words are the source, and
 * `satisfies Translated<typeof polish, 'few' | 'many'>` makes a missing or a surplus key an error of the compiler.
 */
export type Translated<Source, MissingForm extends string = never> = {
  readonly [Key in keyof Source as Key extends `${string}_${MissingForm}` ? never : Key]: Source[Key] extends string
    ? string
    : Translated<Source[Key], MissingForm>
}
