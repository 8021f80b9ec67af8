import { useState } from 'react'
import { TextsField } from '#client/features/planning/words-dialog.tsx'
import { saves, useForgetPlan } from '#client/features/planning/queries.ts'
import { textsToSend } from '#client/features/planning/session-draft.ts'
import { Refused } from '#client/features/planning/session-dialog.tsx'
import { useRefusals } from '#client/features/planning/use-refusals.ts'
import type { PlannedSeries } from '#client/features/planning/wire.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'
import { useToast } from '#client/ui/toast.tsx'

/** What the series is called and its address; the former address goes on answering. */
export function EditName({ series }: { readonly series: PlannedSeries }) {
  const t = useWords()
  const toast = useToast()
  const forget = useForgetPlan()
  const [title, setTitle] = useState({ en: '', uk: '', ...series.title })
  const [slug, setSlug] = useState(series.slug)
  const refusals = useRefusals()
  const saving = useSave((input: Parameters<typeof saves.rename>[1], key) => saves.rename(series.id, input, key), {
    onSuccess: () => {
      refusals.forget()
      forget()
      toast({ text: t('series.page.saved') })
    },
    onError: refusals.refuse,
  })
  const before = { en: '', uk: '', ...series.title }
  const changed = slug !== series.slug || JSON.stringify(title) !== JSON.stringify(before)
  useUnsaved(changed)
  const meant = textsToSend(title)
  const ready = changed && meant !== null && meant.pl !== '' && slug.trim() !== '' && !saving.isPending
  return (
    <Card heading={t('series.edit.name')}>
      <Refused refusals={refusals} />
      <TextsField
        label={t('series.edit.seriesTitle')}
        value={title}
        error={refusals.errorOf('title.pl')}
        onChange={(next) => setTitle({ ...before, ...next })}
      />
      <TextField
        label={t('series.edit.slug')}
        hint={t('series.edit.slugHint')}
        error={refusals.errorOf('slug')}
        value={slug}
        maxLength={100}
        onChange={({ target }) => setSlug(target.value)}
      />
      <div className="form-actions">
        <Button
          aria-disabled={!ready || undefined}
          onClick={() => ready && meant && saving.mutate({ version: series.version, title: meant, slug: slug.trim() })}
        >
          {saving.isPending ? t('form.saving') : changed ? t('form.save') : t('planning.first.nothing')}
        </Button>
      </div>
    </Card>
  )
}
