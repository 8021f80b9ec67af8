import { useState, type FormEvent } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { Field } from '#client/ui/form/field.tsx'
import { TextArea, TextField } from '#client/ui/form/inputs.tsx'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'
import { useSave } from '#client/lib/use-save.ts'
import { useFailureWords } from './failure-words.ts'
import { sendToRead, type Given, type Reading, type Source } from './queries.ts'

type Way = 'paste' | 'file' | 'address'
const largest = 5 * 1024 * 1024

type ChooseWayProps = {
  readonly continuing: Source | null
  readonly stopContinuing: () => void
  readonly onRead: (reading: Reading) => void
}

/** Three ways to give dates; what was typed stays when it can't be read. */
export function ChooseWay({ continuing, stopContinuing, onRead }: ChooseWayProps) {
  const t = useWords()
  const failureWords = useFailureWords()
  const [way, setWay] = useState<Way>('paste')
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [url, setUrl] = useState('')
  const [missing, setMissing] = useState(false)
  const reading = useSave((given: Given) => sendToRead(given), { onSuccess: onRead })
  useUnsaved(text !== '' || file !== null || url !== '')
  const tooLarge = way === 'file' && file !== null && file.size > largest
  const given = givenBy(way, { text, file, url, sourceId: continuing?.id ?? null })
  const error = missing
    ? t(`imports.${way}.missing`)
    : tooLarge
      ? t('imports.failed.file-too-large')
      : reading.error
        ? failureWords(reading.error)
        : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(given === null)
    if (given && !tooLarge) reading.mutate(given)
  }
  const change = (set: () => void) => {
    set()
    setMissing(false)
    reading.reset()
  }
  return (
    <Card>
      <form className="form" onSubmit={submit} noValidate>
        {continuing && (
          <p>
            {t('imports.sources.continuing', { name: continuing.name })}{' '}
            <Button look="quiet" onClick={stopContinuing}>
              {t('imports.sources.stop')}
            </Button>
          </p>
        )}
        <RadioCards
          label={t('imports.way.label')}
          choices={(['paste', 'file', 'address'] as const).map((value) => ({
            value,
            label: t(`imports.way.${value}`),
            text: t(`imports.way.${value}Hint`),
          }))}
          value={way}
          onChange={(next) => change(() => setWay(next))}
        />
        {way === 'paste' && (
          <TextArea
            label={t('imports.paste.label')}
            hint={t('imports.paste.example')}
            error={error}
            rows={9}
            spellCheck={false}
            value={text}
            onChange={({ target }) => change(() => setText(target.value))}
          />
        )}
        {way === 'file' && (
          <Field label={t('imports.file.label')} hint={t('imports.way.fileHint')} error={error}>
            {(described) => (
              <input
                {...described}
                type="file"
                className="form-input"
                accept=".csv,.tsv,.txt,.xlsx,.ics,text/csv,text/calendar"
                onChange={({ target }) => change(() => setFile(target.files?.[0] ?? null))}
              />
            )}
          </Field>
        )}
        {way === 'address' && (
          <TextField
            label={t('imports.address.label')}
            hint={t('imports.way.addressHint')}
            error={error}
            type="url"
            autoComplete="off"
            value={url}
            onChange={({ target }) => change(() => setUrl(target.value))}
          />
        )}
        <div className="form-actions">
          <Button look="main" type="submit" disabled={reading.isPending}>
            {t(reading.isPending ? 'imports.reading' : 'imports.read')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function givenBy(
  way: Way,
  { text, file, url, sourceId }: { text: string; file: File | null; url: string; sourceId: string | null },
): Given | null {
  if (way === 'paste') return text.trim() === '' ? null : { way, text }
  if (way === 'file') return file === null ? null : { way, file }
  return url.trim() === '' ? null : { way, url: url.trim(), sourceId }
}
