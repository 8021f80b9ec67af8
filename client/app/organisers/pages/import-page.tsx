import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ChooseWay } from '#client/features/imports/choose-way.tsx'
import { DoneCard } from '#client/features/imports/done-card.tsx'
import { sourcesQuery, useTargets, type Done, type Reading, type Source } from '#client/features/imports/queries.ts'
import { Review } from '#client/features/imports/review.tsx'
import { Sources } from '#client/features/imports/sources.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import '#client/features/imports/imports.css'

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'review'; readonly reading: Reading }
  | { readonly kind: 'done'; readonly done: Done }

/** Bring in a plan from elsewhere: give it, look at what it would do, do it, and take it back if it was wrong. */
export default function ImportPage() {
  const t = useWords()
  const client = useQueryClient()
  const targets = useTargets()
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const [continuing, setContinuing] = useState<Source | null>(null)
  const review = (reading: Reading) =>
    setStep({
      kind: 'review',
      reading: continuing ? { ...reading, source: { id: continuing.id, name: continuing.name } } : reading,
    })
  const start = () => {
    setContinuing(null)
    setStep({ kind: 'choose' })
  }
  return (
    <div className="panel-page">
      <PageTitle title={t('imports.title')} />
      {step.kind === 'choose' && (
        <>
          <p className="quiet">{t('imports.intro')}</p>
          <ChooseWay continuing={continuing} stopContinuing={() => setContinuing(null)} onRead={review} />
          <Sources onRead={(reading) => setStep({ kind: 'review', reading })} onContinue={setContinuing} />
        </>
      )}
      {step.kind === 'review' && targets.isPending && <Loading lines={6} />}
      {step.kind === 'review' && targets.isError && <Failure error={targets.error} retry={() => void targets.refetch()} />}
      {step.kind === 'review' && targets.data && (
        <Review
          key={step.reading.id}
          reading={step.reading}
          targets={targets.data}
          onDrop={start}
          onDone={(done) => {
            setStep({ kind: 'done', done })
            void client.invalidateQueries({ queryKey: sourcesQuery.queryKey })
            void client.invalidateQueries({ queryKey: ['panel', 'plan'] })
          }}
        />
      )}
      {step.kind === 'done' && <DoneCard done={step.done} onAnother={start} />}
    </div>
  )
}
