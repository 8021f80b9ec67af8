import * as z from 'zod'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { CheckField, TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { QrCode } from '#client/ui/qr-code.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { confirmSetUp, type SetUp } from './queries.ts'
import { useRefuse } from './refusals.ts'
import './accounts.css'

const schema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/),
  kept: z.literal(true),
})

/** QR code, backup codes, and a first code as proof that the app works; only then the second step counts. */
export function SetUpConfirm({ setUp, onDone }: { readonly setUp: SetUp; readonly onDone: () => void }) {
  const t = useWords()
  const form = useForm<{ code: string; kept: boolean }, { code: string; kept: true }>(
    schema as z.ZodType<{ code: string; kept: true }, { code: string; kept: boolean }>,
    { code: '', kept: false },
  )
  const refuse = useRefuse(form)
  const confirm = useSave(confirmSetUp, { onSuccess: onDone, onError: refuse })
  return (
    <Form
      errors={form.formState.errors}
      tries={form.formState.submitCount}
      onSubmit={form.handleSubmit(({ code }) => confirm.mutate(code.replaceAll(/\s/g, '')))}
    >
      <h2>{t('accounts.setUp.scan')}</h2>
      <QrCode text={setUp.address} label={t('accounts.setUp.scan')} />
      <p>
        {t('accounts.setUp.type')}{' '}
        <code className="set-up-key" translate="no">
          {setUp.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      <BackupCodes codes={setUp.backupCodes} />
      <CheckField label={t('accounts.setUp.kept')} error={form.errorOf('kept')} {...form.register('kept')} />
      <TextField
        label={t('accounts.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        error={form.errorOf('code')}
        {...form.register('code')}
      />
      <Button look="main" type="submit" disabled={confirm.isPending}>
        {t('accounts.setUp.confirm')}
      </Button>
    </Form>
  )
}
