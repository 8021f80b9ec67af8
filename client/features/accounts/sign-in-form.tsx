import * as z from 'zod'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { askForMail, signInByPassword, type SignedIn } from './queries.ts'
import { useRefuse } from './refusals.ts'

const schema = z.object({ email: z.string().trim().min(3), password: z.string().min(1) })

/** With a password; or, for the same address, by mail. */
export function SignInForm({
  onSignedIn,
  onSent,
}: {
  readonly onSignedIn: (answer: SignedIn) => void
  readonly onSent: (email: string, minutes: number) => void
}) {
  const t = useWords()
  const language = useLanguage()
  const form = useForm(schema, { email: '', password: '' })
  const refuse = useRefuse(form)
  const signIn = useSave(signInByPassword, { onSuccess: onSignedIn, onError: refuse })
  const send = useSave((email: string) => askForMail({ email, language }), {
    onSuccess: ({ minutes }, email) => onSent(email, minutes),
    onError: refuse,
  })
  const sendMail = async () => {
    form.clearErrors()
    if (await form.trigger('email')) send.mutate(form.getValues('email').trim())
  }
  return (
    <Form
      errors={form.formState.errors}
      tries={form.formState.submitCount}
      onSubmit={form.handleSubmit((values) => signIn.mutate(values))}
    >
      <TextField
        label={t('accounts.email')}
        type="email"
        autoComplete="username"
        error={form.errorOf('email')}
        {...form.register('email')}
      />
      <TextField
        label={t('accounts.password')}
        type="password"
        autoComplete="current-password"
        error={form.errorOf('password')}
        {...form.register('password')}
      />
      <Button look="main" wide type="submit" disabled={signIn.isPending}>
        {t('accounts.signIn.go')}
      </Button>
      <p className="quiet">{t('accounts.signIn.byMailText')}</p>
      <Button wide onClick={() => void sendMail()} disabled={send.isPending}>
        {t('accounts.signIn.byMail')}
      </Button>
      <p className="quiet">{t('accounts.signIn.forStaff')}</p>
    </Form>
  )
}
