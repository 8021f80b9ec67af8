import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { giveRole, staffQuery, type Person } from './queries.ts'
import { useRefuse } from './refusals.ts'
import { grantOf, noRole, RoleFields } from './role-fields.tsx'

const schema = z.object({ scope: z.string().min(1), role: z.string().min(1), ownOnly: z.boolean(), endsOn: z.string() })

export function GiveRole({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm(schema, noRole)
  const refuse = useRefuse(form)
  const give = useSave(giveRole, {
    onSuccess: () => {
      toast({ text: t('accounts.people.given') })
      onClose()
      return client.invalidateQueries({ queryKey: staffQuery.queryKey })
    },
    onError: refuse,
  })
  return (
    <FormDialog title={t('accounts.people.giveTo', { name: person.name })} onClose={onClose}>
      <Form
        errors={form.formState.errors}
        tries={form.formState.submitCount}
        onSubmit={form.handleSubmit((values) => {
          const grant = grantOf(values)
          if (grant) give.mutate({ id: person.id, grant })
        })}
      >
        <RoleFields
          value={form.watch()}
          onChange={(value) => form.reset(value, { keepSubmitCount: true, keepDefaultValues: true })}
          errorOf={form.errorOf}
        />
        <div className="form-actions">
          <Button look="main" type="submit" disabled={give.isPending}>
            {t('accounts.people.give')}
          </Button>
          <Button onClick={onClose}>{t('form.back')}</Button>
        </div>
      </Form>
    </FormDialog>
  )
}
