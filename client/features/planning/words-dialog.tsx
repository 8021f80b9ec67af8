import { useState } from 'react'
import { languages } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { TextArea, TextField } from '#client/ui/form/inputs.tsx'
import { Button } from '#client/ui/button.tsx'
import { useHosts } from './choices.ts'
import { SessionSteps, useSessionEdit, WithSession, type SessionDialogProps } from './session-dialog.tsx'
import type { SessionForPanel, Texts } from './wire.ts'

/** What is said about this one meeting: its own title, who leads it, a note. */
export function WordsDialog({ sessionId, onClose }: SessionDialogProps) {
  const t = useWords()
  return (
    <WithSession sessionId={sessionId} title={t('planning.words.title')} onClose={onClose}>
      {(loaded) => <Words loaded={loaded} onClose={onClose} />}
    </WithSession>
  )
}

function Words({ loaded, onClose }: { readonly loaded: SessionForPanel; readonly onClose: () => void }) {
  const t = useWords()
  const hosts = useHosts()
  const state = useSessionEdit(loaded, { said: t('planning.words.said'), onClose })
  const { values, setValues, refusals } = state
  return (
    <FormDialog title={t('planning.words.title')} size="wide" onClose={onClose}>
      <SessionSteps state={state} verb={t('form.save')}>
        <TextsField
          label={t('planning.words.note')}
          hint={t('planning.words.noteHint')}
          long
          value={values.note}
          error={refusals.errorOf('changes.note.pl')}
          onChange={(note) => setValues({ ...values, note })}
        />
        <TextField
          label={t('planning.words.host')}
          optional
          value={values.host.name}
          maxLength={200}
          error={refusals.errorOf('changes.host.name')}
          onChange={({ target }) => setValues({ ...values, host: { ...values.host, name: target.value } })}
        />
        <ComboBox
          label={t('planning.words.account')}
          hint={t('planning.words.accountHint')}
          optional
          choices={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.host.accountId}
          error={refusals.errorOf('changes.host.accountId')}
          onChange={(accountId) => setValues({ ...values, host: { ...values.host, accountId } })}
        />
        <TextsField
          label={t('planning.words.ownTitle')}
          hint={t('planning.words.ownTitleHint')}
          value={values.title}
          error={refusals.errorOf('changes.title.pl')}
          onChange={(title) => setValues({ ...values, title })}
        />
      </SessionSteps>
    </FormDialog>
  )
}

type TextsFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly long?: boolean
  readonly value: Texts
  readonly error?: string | undefined
  readonly onChange: (value: Texts) => void
}

/** A text in three languages whose values are plain state; Polish first, the others when asked for. */
export function TextsField({ label, hint, long = false, value, error, onChange }: TextsFieldProps) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const Input = long ? TextArea : TextField
  return (
    <div className="form-languages">
      {languages
        .filter((language) => open || language === 'pl')
        .map((language) => (
          <Input
            key={language}
            label={language === 'pl' ? label : `${label}, ${t(`form.languages.${language}`)}`}
            hint={language === 'pl' ? hint : undefined}
            optional
            lang={language}
            error={language === 'pl' ? error : undefined}
            value={value[language] ?? ''}
            onChange={({ target }: { target: { value: string } }) => onChange({ ...value, [language]: target.value })}
          />
        ))}
      {!open && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('form.languages.add')}
        </Button>
      )}
    </div>
  )
}
