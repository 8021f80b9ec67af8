import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DoublesView, Twice } from '#shared/contract/merge.ts'
import { formatDay, formatInstant, wallInWarsaw } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Failure } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { bringBack, divide, doublesQuery, withdraw } from './queries.ts'
import './merges.css'

type Props = { readonly id: string; readonly name: string; readonly onRenamed: (name: string) => void }

/** Who else may be this person, and who was found to be. Nothing where there is nobody. */
export function DoublesCard({ id, name, onRenamed }: Props) {
  const t = useWords()
  const found = useQuery(doublesQuery(id, useLanguage()))
  const [other, setOther] = useState<DoublesView['doubles'][number] | null>(null)
  const { refresh, takeBack } = useMergeUndo(id)
  if (found.isError)
    return (
      <Card heading={t('merges.heading')}>
        <Failure error={found.error} retry={() => void found.refetch()} />
      </Card>
    )
  const { doubles = [], merges = [], twice = [], mayMerge = false } = found.data ?? {}
  if (doubles.length + merges.length + twice.length === 0) return null
  return (
    <Card heading={t(doubles.length > 0 ? 'merges.heading' : 'merges.merged')}>
      {doubles.length > 0 && <p className="quiet">{t(mayMerge ? 'merges.lead' : 'merges.notYours')}</p>}
      <ul className="plain desk-rows">
        {doubles.map((one) => (
          <li key={one.id} className="desk-line">
            <div>
              <b>{one.name}</b>
              <p className="quiet">
                {[one.guardian === null ? one.hint : t('merges.child', { name: one.guardian }), t(`merges.same.${one.same}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {mayMerge && (
              <Button
                aria-label={t('merges.compareWith', { name: one.name, hint: one.hint ?? t('merges.none') })}
                onClick={() => setOther(one)}
              >
                {t('merges.compare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {twice.map((list) => (
        <TwoPlaces key={list.signUps[0]?.id} list={list} onChanged={refresh} />
      ))}
      {merges.length > 0 && doubles.length > 0 && <h3>{t('merges.merged')}</h3>}
      <ul className="plain desk-rows">
        {merges.map((one) => (
          <Merged key={one.id} merge={one} onDivide={() => takeBack(one.id)} />
        ))}
      </ul>
      {other && (
        <MergeDialog
          pair={{ id, otherId: other.id, one: name, other: other.name }}
          onClose={() => setOther(null)}
          onMerged={async (mergeId, called) => {
            setOther(null)
            onRenamed(called)
            await refresh(mergeId)
          }}
        />
      )}
    </Card>
  )
}

/** Asks everything about a person anew, and offers the way back where something was joined. */
function useMergeUndo(id: string) {
  const t = useWords()
  const client = useQueryClient()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const again = () =>
    Promise.all(['person', 'persons', 'offers', 'people-of'].map((key) => client.invalidateQueries({ queryKey: ['panel', key] })))
  const back = useSave(divide, {
    onSuccess: () => {
      toast({ text: t('merges.undone') })
      return again()
    },
    onError: (error) => {
      const why = error instanceof ProblemError && error.code === 'merge-stays' ? whyOf(error) : null
      toast({ text: why ? t(`merges.why.${why}`) : messageOf(error), tone: 'window' })
      return again()
    },
  })
  const takeBack = (mergeId: string) => back.mutate({ id, mergeId })
  /** `mergeId`: what was joined just now. */
  const refresh = async (mergeId?: string) => {
    await again()
    if (mergeId === undefined) return
    toast({ text: t('merges.done'), action: { label: t('merges.undo'), run: () => takeBack(mergeId) } })
  }
  return { refresh, takeBack }
}

const reasons = ['merged-since', 'edited', 'safe-contact', 'forgotten'] as const
const whyOf = ({ details }: ProblemError) => reasons.find((one) => 'why' in details && details['why'] === one)

function Merged({ merge, onDivide }: { readonly merge: DoublesView['merges'][number]; readonly onDivide: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const confirm = useConfirm()
  const ask = async () => {
    if (await confirm({ title: t('merges.ask'), text: t('merges.askText'), yes: t('merges.divide') })) onDivide()
  }
  return (
    <li className="desk-line">
      <div>
        <b>{[merge.name, merge.hint].filter(Boolean).join(', ')}</b>
        <p className="quiet">
          {t('merges.mergedLine', { when: formatInstant(Date.parse(merge.at), language), by: merge.by })}{' '}
          {merge.stays === null
            ? t('merges.until', { until: formatDay(wallInWarsaw(Date.parse(merge.until)).slice(0, 10), language) })
            : t(`merges.why.${merge.stays}`)}
        </p>
      </div>
      {merge.stays === null && (
        <Button look="quiet" aria-label={t('merges.divideName', { name: merge.name })} onClick={() => void ask()}>
          {t('merges.divide')}
        </Button>
      )}
    </li>
  )
}

/** Two places of one person in one list: both stay until somebody gives one back. */
function TwoPlaces({ list, onChanged }: { readonly list: Twice; readonly onChanged: () => Promise<void> }) {
  const t = useWords()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const onError = (error: Error) => toast({ text: messageOf(error), tone: 'window' })
  const back = useSave(bringBack, {
    onSuccess: () => {
      toast({ text: t('merges.returned') })
      return onChanged()
    },
    onError,
  })
  const away = useSave(withdraw, {
    onSuccess: (_, id) => {
      toast({ text: t('merges.withdrawn'), action: { label: t('merges.undo'), run: () => back.mutate(id) } })
      return onChanged()
    },
    onError,
  })
  return (
    <section>
      <h3>{t('merges.twiceTitle')}</h3>
      <p>
        <ForeignText text={list.title} />
      </p>
      <ul className="plain desk-rows">
        {list.signUps.map(({ id, status, seats }, index) => (
          <li key={id} className="desk-line">
            <span>
              {t('merges.place', { number: String(index + 1), status: t(`merges.status.${status}`), seats: String(seats) })}
            </span>
            <Button
              look="quiet"
              disabled={away.isPending}
              aria-label={t('merges.withdrawName', { title: list.title.text, number: String(index + 1) })}
              onClick={() => away.mutate(id)}
            >
              {t('merges.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
