import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { changePassword } from './queries.ts'
import { useRefuse } from './refusals.ts'

const schema = z.object({ current: z.string(), next: z.string().min(12) })

export function NewPassword({ hasPassword }: { readonly hasPassword: boolean }) {
  const t = useWords()
  const language = useLanguage()
  const toast = useToast()
  const client = useQueryClient()
  const form = useForm(schema, { current: '', next: '' })
  const refuse = useRefuse(form)
  const change = useSave(
    ({ current, next }: { current: string; next: string }, key) =>
      changePassword({ next, language, ...(hasPassword && { current }) }, key),
    {
      onSuccess: () => {
        form.reset()
        toast({ text: t('accounts.me.changed') })
        return client.invalidateQueries({ queryKey: ['panel'] })
      },
      onError: refuse,
    },
  )
  const title = t(hasPassword ? 'accounts.me.changePassword' : 'accounts.me.setPassword')
  return (
    <Card heading={title}>
      <Form
        errors={form.formState.errors}
        tries={form.formState.submitCount}
        onSubmit={form.handleSubmit((values) => change.mutate(values))}
      >
        {hasPassword && (
          <TextField
            label={t('accounts.presentPassword')}
            type="password"
            autoComplete="current-password"
            error={form.errorOf('current')}
            {...form.register('current')}
          />
        )}
        <TextField
          label={t('accounts.newPassword')}
          type="password"
          autoComplete="new-password"
          hint={t('accounts.passwordHint')}
          error={form.errorOf('next')}
          {...form.register('next')}
        />
        <p className="quiet">{t('accounts.me.changeText')}</p>
        <Button type="submit" disabled={change.isPending}>
          {title}
        </Button>
      </Form>
    </Card>
  )
}
