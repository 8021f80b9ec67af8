import * as z from 'zod'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { acceptInvitation, type Offer } from './queries.ts'
import { useRefuse } from './refusals.ts'

const schema = z.object({ name: z.string().trim().min(1).max(120), password: z.string() })

/** A new account gets a name and, if wanted, a password; one that is there only says yes. */
export function AcceptForm({
  token,
  offer,
  onSignedIn,
}: {
  readonly token: string
  readonly offer: Offer
  readonly onSignedIn: () => void
}) {
  const t = useWords()
  const form = useForm(schema, { name: offer.name, password: '' })
  const refuse = useRefuse(form)
  const accept = useSave(
    ({ name, password }: { name: string; password: string }) =>
      acceptInvitation(offer.hasAccount ? { token } : { token, name, ...(password !== '' && { password }) }),
    { onSuccess: ({ next }) => next === 'panel' && onSignedIn(), onError: refuse },
  )
  if (accept.isSuccess)
    return (
      <>
        <output>
          <Note tone="yard">{t('accounts.invitation.done')}</Note>
        </output>
        <ButtonLink look="main" to={panelPages.signIn}>
          {t('accounts.link.toSignIn')}
        </ButtonLink>
      </>
    )
  return (
    <Form
      errors={form.formState.errors}
      tries={form.formState.submitCount}
      onSubmit={form.handleSubmit((values) => accept.mutate(values))}
    >
      {offer.hasAccount ? (
        <p>{t('accounts.invitation.hasAccount')}</p>
      ) : (
        <>
          <TextField
            label={t('accounts.invitation.name')}
            autoComplete="name"
            error={form.errorOf('name')}
            {...form.register('name')}
          />
          <TextField
            label={t('accounts.password')}
            type="password"
            autoComplete="new-password"
            optional
            hint={`${t('accounts.passwordHint')} ${t('accounts.invitation.noPassword')}`}
            error={form.errorOf('password')}
            {...form.register('password')}
          />
        </>
      )}
      <Button look="main" wide type="submit" disabled={accept.isPending}>
        {t('accounts.invitation.accept')}
      </Button>
    </Form>
  )
}
