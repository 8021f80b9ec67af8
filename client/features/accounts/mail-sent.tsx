import { useEffect } from 'react'
import * as z from 'zod'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { signInByCode, type SignedIn } from './queries.ts'
import { useRefuse } from './refusals.ts'

const schema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/),
})

/** A mail is on its way, perhaps: the page says the same whether or not somebody has that address. */
export function MailSent({
  email,
  minutes,
  onSignedIn,
  onBack,
}: {
  readonly email: string
  readonly minutes: number
  readonly onSignedIn: (answer: SignedIn) => void
  readonly onBack: () => void
}) {
  const t = useWords()
  const form = useForm(schema, { code: '' })
  const refuse = useRefuse(form)
  const { setFocus } = form
  useEffect(() => setFocus('code'), [setFocus])
  const signIn = useSave((code: string) => signInByCode({ email, code }), { onSuccess: onSignedIn, onError: refuse })
  return (
    <Form
      errors={form.formState.errors}
      tries={form.formState.submitCount}
      onSubmit={form.handleSubmit(({ code }) => signIn.mutate(code.replaceAll(/\s/g, '')))}
    >
      <output>{t('accounts.signIn.sent', { email, minutes })}</output>
      <TextField
        label={t('accounts.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        error={form.errorOf('code')}
        {...form.register('code')}
      />
      <div className="form-actions">
        <Button look="main" type="submit" disabled={signIn.isPending}>
          {t('accounts.signIn.byCode')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('accounts.signIn.back')}
        </Button>
      </div>
      <p className="quiet">{t('accounts.signIn.sentAgain')}</p>
    </Form>
  )
}
