import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { languages } from '#shared/contract/kinds.ts'
import { languageNames } from '#client/i18n/language-names.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { ProblemError } from '#client/lib/api.ts'
import { invite, staffQuery, type InvitationInput } from './queries.ts'
import { useRefuse } from './refusals.ts'
import { grantOf, noRole, RoleFields } from './role-fields.tsx'

const role = z.object({ scope: z.string().min(1), role: z.string().min(1), ownOnly: z.boolean(), endsOn: z.string() })
const schema = z.object({
  email: z.string().trim().min(3),
  name: z.string().trim().min(1).max(120),
  language: z.enum(languages),
  role,
})

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm(schema, { email: '', name: '', language: 'pl', role: noRole })
  const refuse = useRefuse(form)
  const send = useSave((input: InvitationInput, key) => invite(input, key), {
    onSuccess: () => {
      toast({ text: t('accounts.people.sent') })
      onClose()
      return client.invalidateQueries({ queryKey: staffQuery.queryKey })
    },
    onError: (error) => refuse(error instanceof ProblemError ? besideTheRole(error) : error),
  })
  return (
    <FormDialog title={t('accounts.people.invite')} onClose={onClose}>
      <Form
        errors={form.formState.errors}
        tries={form.formState.submitCount}
        onSubmit={form.handleSubmit(({ role: typed, ...who }) => {
          const grant = grantOf(typed)
          if (grant) send.mutate({ ...who, grants: [grant] })
        })}
      >
        <p className="quiet">{t('accounts.people.inviteText')}</p>
        <TextField
          label={t('accounts.email')}
          type="email"
          autoComplete="off"
          error={form.errorOf('email')}
          {...form.register('email')}
        />
        <TextField label={t('accounts.people.name')} autoComplete="off" error={form.errorOf('name')} {...form.register('name')} />
        <RoleFields
          value={form.watch('role')}
          onChange={(value) => form.setValue('role', value, { shouldValidate: form.formState.isSubmitted })}
          errorOf={(field) => form.errorOf(`role.${field}`)}
        />
        <SelectField
          label={t('accounts.people.language')}
          choices={languages.map((language) => ({ value: language, label: languageNames[language].full }))}
          {...form.register('language')}
        />
        <div className="form-actions">
          <Button look="main" type="submit" disabled={send.isPending}>
            {t('accounts.people.invite')}
          </Button>
          <Button onClick={onClose}>{t('form.back')}</Button>
        </div>
      </Form>
    </FormDialog>
  )
}

/** The server speaks of the first of several roles; the form has one. */
const besideTheRole = (error: ProblemError): ProblemError =>
  new ProblemError(
    { ...error.details, issues: error.issues.map((issue) => ({ ...issue, name: issue.name.replace('grants.0.', 'role.') })) },
    '',
  )
