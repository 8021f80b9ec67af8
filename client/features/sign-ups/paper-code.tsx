import { useWords } from '#client/i18n/use-words.ts'

/** `K7M 4PXQ`: in two halves, as one reads it out. */
export function PaperCode({ code }: { readonly code: string }) {
  const t = useWords()
  return (
    <p>
      {t('signUp.done.code')}
      <br />
      <span className="sign-up-code">{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
    </p>
  )
}
