import * as z from 'zod'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useRefuse } from './refusals.ts'

const schema = z.object({ password: z.string() })

/** Asks for the present password once more before something that whoever finds an open screen mustn't do. */
export function PasswordGate<Got>({
  label,
  send,
  onDone,
  optional = false,
}: {
  readonly label: string
  readonly send: (password: string) => Promise<Got>
  readonly onDone: (answer: Got) => void
  /** An account without a password has none to give. */
  readonly optional?: boolean
}) {
  const t = useWords()
  const form = useForm(schema, { password: '' })
  const refuse = useRefuse(form)
  const give = useSave(send, { onSuccess: onDone, onError: refuse })
  return (
    <Form
      errors={form.formState.errors}
      tries={form.formState.submitCount}
      onSubmit={form.handleSubmit(({ password }) => give.mutate(password))}
    >
      <TextField
        label={t('accounts.presentPassword')}
        type="password"
        autoComplete="current-password"
        optional={optional}
        error={form.errorOf('password')}
        {...form.register('password')}
      />
      <Button look="main" type="submit" disabled={give.isPending}>
        {label}
      </Button>
    </Form>
  )
}
