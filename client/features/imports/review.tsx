import { useState } from 'react'
import { reasonCodes } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { CheckField, SelectField } from '#client/ui/form/inputs.tsx'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'
import { Note } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { useFailureWords } from './failure-words.ts'
import { NamesTable } from './names-table.tsx'
import {
  applyImport,
  useImportPlan,
  type Choices,
  type Done,
  type Plan,
  type Reading,
  type Row,
  type Targets,
} from './queries.ts'
import { RowsTable } from './rows-table.tsx'
import { SettingsCard, type Settings } from './settings.tsx'

type Names = Readonly<Record<string, Readonly<Record<string, string | null>>>>

type ReviewProps = {
  readonly reading: Reading
  readonly targets: Targets
  readonly onDone: (done: Done) => void
  readonly onDrop: () => void
}

/** What was read, what it would do, and the button that does it. */
export function Review({ reading, targets, onDone, onDrop }: ReviewProps) {
  const t = useWords()
  const failureWords = useFailureWords()
  const [settings, setSettings] = useState<Settings>(() => firstSettings(reading, targets, t('imports.choose.defaultName')))
  const [names, setNames] = useState<Names>({})
  const [decisions, setDecisions] = useState<Readonly<Record<string, Row['decision']>>>({})
  const choices = choicesOf(settings, names, decisions)
  const plan = useImportPlan(reading.id, choices)
  useUnsaved(true)
  const choose = (field: string, key: string, id: string | null | undefined) =>
    setNames((before) => {
      const { [key]: _before, ...others } = before[field] ?? {}
      return { ...before, [field]: id === undefined ? others : { ...others, [key]: id } }
    })
  return (
    <>
      <SettingsCard
        reading={reading}
        targets={targets}
        settings={settings}
        plan={plan.data}
        onChange={(changes) => setSettings((before) => ({ ...before, ...changes }))}
      />
      {choices === null && <Note tone="sun">{t('imports.choose.targetMissing')}</Note>}
      {choices !== null && plan.isPending && <Loading lines={8} />}
      {plan.isError &&
        (plan.error instanceof ProblemError ? (
          <div role="alert">
            <Note tone="window">{failureWords(plan.error)}</Note>
          </div>
        ) : (
          <Failure error={plan.error} retry={() => void plan.refetch()} />
        ))}
      {choices && plan.data && !plan.isError && (
        <>
          <NamesTable plan={plan.data} onChoose={choose} />
          <RowsTable plan={plan.data} onDecide={(key, decision) => setDecisions((before) => ({ ...before, [key]: decision }))} />
          <Apply
            reading={reading}
            plan={plan.data}
            choices={choices}
            isStale={plan.isPlaceholderData}
            onDone={onDone}
            onDrop={onDrop}
            onChanged={() => void plan.refetch()}
          />
        </>
      )}
    </>
  )
}

type ApplyProps = {
  readonly reading: Reading
  readonly plan: Plan
  readonly choices: Choices
  readonly isStale: boolean
  readonly onDone: (done: Done) => void
  readonly onDrop: () => void
  readonly onChanged: () => void
}

/** Says what will happen, then does it. */
function Apply({ reading, plan, choices, isStale, onDone, onDrop, onChanged }: ApplyProps) {
  const t = useWords()
  const failureWords = useFailureWords()
  const [confirmed, setConfirmed] = useState(false)
  const [tried, setTried] = useState(false)
  const [reason, setReason] = useState<(typeof reasonCodes)[number] | ''>('')
  const { will, token } = plan
  const count = will.plan + will.change + will.cancel
  const apply = useSave(
    (key: string, once: string) =>
      applyImport(
        reading.id,
        { ...choices, reason: reason === '' ? null : { code: reason }, token: key, confirmWarnings: confirmed },
        once,
      ),
    {
      onSuccess: onDone,
      onError: (error) => error instanceof ProblemError && error.code === 'import-changed' && onChanged(),
    },
  )
  const needsWord = will.warnings > 0 && !confirmed
  return (
    <Card>
      <div className="form">
        <p>
          <strong>{t('imports.apply.will', { plan: will.plan, change: will.change, cancel: will.cancel })}</strong>{' '}
          {will.people > 0 && t('imports.apply.people', { count: will.people })}
        </p>
        {will.change + will.cancel > 0 && (
          <SelectField
            label={t('imports.apply.reason')}
            hint={t('imports.apply.reasonHint')}
            optional
            empty={t('imports.apply.noReason')}
            value={reason}
            onChange={({ target }) => setReason(target.value as typeof reason)}
            choices={reasonCodes.map((code) => ({ value: code, label: t(`planning.reason.codes.${code}`) }))}
          />
        )}
        {will.warnings > 0 && (
          <CheckField
            label={t('imports.apply.confirm', { count: will.warnings })}
            error={tried && needsWord ? t('imports.apply.confirmMissing') : undefined}
            checked={confirmed}
            onChange={({ target }) => setConfirmed(target.checked)}
          />
        )}
        {apply.error && (
          <div role="alert">
            <Note tone="window">{failureWords(apply.error)}</Note>
          </div>
        )}
        <div className="form-actions">
          <Button
            look="main"
            disabled={count === 0 || isStale || apply.isPending}
            onClick={() => {
              setTried(true)
              if (!needsWord) apply.mutate(token)
            }}
          >
            {apply.isPending
              ? t('imports.apply.running')
              : count === 0
                ? t('imports.apply.nothing')
                : t('imports.apply.button', { count })}
          </Button>
          <Button onClick={onDrop}>{t('imports.apply.drop')}</Button>
        </div>
      </div>
    </Card>
  )
}

function firstSettings(reading: Reading, targets: Targets, pasted: string): Settings {
  const all = [...targets.programs.map(({ id }) => `program:${id}`), ...targets.clubs.map(({ id }) => `club:${id}`)]
  return {
    target: all.length === 1 ? (all[0] ?? '') : '',
    source: reading.source,
    name: reading.name || pasted,
    sheet: 0,
    columns: null,
    minutes: 60,
    kind: 'WORKSHOP',
    publish: false,
  }
}

/** Null until it is known whose sessions they are. */
function choicesOf(settings: Settings, names: Names, decisions: Readonly<Record<string, Row['decision']>>): Choices | null {
  const { target, source, name, sheet, columns, minutes, kind, publish } = settings
  if (source === null && (target === '' || name.trim() === '')) return null
  const [what, id = ''] = target.split(':')
  const of = source ? { sourceId: source.id } : what === 'club' ? { clubId: id } : { programId: id }
  return { ...of, name: source?.name ?? name, sheet, columns, minutes, kind, publish, names: names as never, decisions }
}
