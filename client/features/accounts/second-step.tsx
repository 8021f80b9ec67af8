import { useEffect, useState } from 'react'
import * as z from 'zod'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { giveSecondFactor } from './queries.ts'
import { useRefuse } from './refusals.ts'

const schema = z.object({ code: z.string().trim().min(1) })

/** The code of the authenticator app, or a backup code. */
export function SecondStep({ onDone }: { readonly onDone: () => void }) {
  const t = useWords()
  const [backup, setBackup] = useState(false)
  const form = useForm(schema, { code: '' })
  const refuse = useRefuse(form)
  const { setFocus } = form
  // The page became another one under the reader's hands: that is where they are now.
  useEffect(() => setFocus('code'), [setFocus])
  const give = useSave(
    ({ code }: { code: string }) => giveSecondFactor(backup ? { backupCode: code } : { code: code.replaceAll(' ', '') }),
    {
      onSuccess: onDone,
      onError: (error) => {
        form.resetField('code')
        refuse(error)
      },
    },
  )
  return (
    <Form
      errors={form.formState.errors}
      tries={form.formState.submitCount}
      onSubmit={form.handleSubmit((values) => give.mutate(values))}
    >
      <p>{t('accounts.step.text')}</p>
      <TextField
        label={t(backup ? 'accounts.step.backup' : 'accounts.code')}
        error={form.errorOf('code')}
        autoComplete="one-time-code"
        inputMode={backup ? 'text' : 'numeric'}
        maxLength={20}
        {...form.register('code')}
      />
      <div className="form-actions">
        <Button look="main" type="submit" disabled={give.isPending}>
          {t('accounts.step.go')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setBackup(!backup)
            form.reset()
          }}
        >
          {t(backup ? 'accounts.step.useApp' : 'accounts.step.useBackup')}
        </Button>
      </div>
    </Form>
  )
}
