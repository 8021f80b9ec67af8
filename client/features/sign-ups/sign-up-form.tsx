import { useEffect, useRef, useState, type FormEvent } from 'react'
import { noticeVersion } from '#shared/contract/kinds.ts'
import type { SeatsView, SessionView, SignUpInput } from '#shared/contract/public.ts'
import { startOf } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { isUnanswered } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { CareField } from './care-field.tsx'
import { askedBy, Conditions } from './conditions.tsx'
import { Check } from './check.tsx'
import { keyFor, mistakesIn, waitsFor, type Draft, type Kept, type Mistake } from './draft.ts'
import { Done } from './done.tsx'
import { People, TextField } from './fields.tsx'
import { isSaid, NeedsFields } from './needs-fields.tsx'
import { SlotField } from './slot-field.tsx'
import { isFinal, problemOf, type SaidProblem } from './problem-words.ts'
import { sendSignUp } from './queries.ts'
import { Alternatives } from './seats-fact.tsx'
import './sign-ups.css'

type FormProps = {
  readonly session: SessionView
  readonly seats: SeatsView | undefined
  readonly kept: Kept
  /** Somebody has just opened it: the focus goes along. After a reload it stays at the top of the page. */
  readonly wasOpened: boolean
  readonly onChange: (kept: Kept) => void
  readonly onLeave: () => void
  /** After every answer, good or bad: what the page shows is old. */
  readonly onAnswer: () => Promise<unknown>
}

/** Two steps: who, then a look at it before it is sent. Whatever happens, what was typed stays. */
export default function SignUpForm({ session, seats, kept, wasOpened, onChange, onLeave, onAnswer }: FormProps) {
  const t = useWords()
  const language = useLanguage()
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [problem, setProblem] = useState<SaidProblem | null>(null)
  const [isSending, setSending] = useState(false)
  const [careShort, setCareShort] = useState<number | null>(null)
  const { draft, step, done } = kept
  const heading = useFocusOn(`${step} ${done !== null}`, wasOpened)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (mistakes.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [mistakes])

  const own = seats?.slots?.find(({ start }) => start === draft.slot)
  const when = own ? ({ kind: 'timed', ...own } as const) : session.when
  if (done) return <Done answer={done} when={kept.when ?? session.when} care={draft.care} heading={heading} onAgain={onLeave} />

  const slots = seats?.slots ?? null
  const waits = seats && !slots ? waitsFor(seats, draft, careShort) : null
  const edit = (more: Partial<Draft>) => onChange({ ...kept, draft: { ...draft, ...more } })
  const toStep = (next: 1 | 2) => onChange({ ...kept, step: next })

  const goOn = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = seats !== undefined && askedBy(seats).some((one) => !draft.confirms.includes(one))
    const found = [
      ...(slots && !own ? (['slot'] as const) : []),
      ...mistakesIn(draft),
      ...(isMissing ? (['confirms'] as const) : []),
    ]
    setMistakes(found)
    setProblem(null)
    if (found.length === 0) toStep(2)
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const { needs, confirms, slot, care, ...who } = draft
    const more = {
      ...(slots && slot !== null && { slot }),
      ...(care > 0 && { care }),
      ...(isSaid(needs) && { needs }),
      ...(confirms.length > 0 && { confirms: [...confirms] }),
    }
    const input: SignUpInput = {
      ...who,
      ...more,
      language,
      seen: startOf(session.when),
      waiting: waits !== null,
      notice: noticeVersion,
    }
    const text = JSON.stringify(input)
    const sent = { text, key: keyFor(text, kept.sent) }
    setSending(true)
    setProblem(null)
    onChange({ ...kept, sent })
    try {
      onChange({ ...kept, sent: null, done: await sendSignUp(session.id, input, sent.key), when })
    } catch (error) {
      refused(error instanceof Error ? error : new Error(String(error)), sent)
    } finally {
      setSending(false)
    }
    await onAnswer()
  }

  const refused = (error: Error, sent: Kept['sent']) => {
    const wrong = error instanceof ProblemError && error.status === 422 ? error.issues.map(({ name }) => name as Mistake) : []
    const code = problemOf(error)
    if (code === 'care-full') setCareShort(draft.care)
    const left = code === 'slot-taken' ? { slot: null } : code === 'no-care' ? { care: 0 } : null
    onChange({
      ...kept,
      draft: { ...draft, ...left },
      step: wrong.length > 0 || left ? 1 : 2,
      sent: isUnanswered(error) ? sent : null,
    })
    setMistakes(wrong)
    setProblem(wrong.length > 0 ? null : code)
  }

  const withoutCare = () => {
    setProblem(null)
    edit({ care: 0 })
  }

  const isOver = problem !== null && isFinal(problem)
  return (
    <section className="card" aria-labelledby="sign-up">
      <form className="sign-up" ref={form} noValidate onSubmit={step === 1 ? goOn : send}>
        <h2 id="sign-up" ref={heading} tabIndex={-1}>
          {t('signUp.step', { number: step })}
        </h2>
        {step === 1 ? (
          <>
            {(problem === 'slot-taken' || problem === 'no-care') && (
              <div role="alert">
                <Note tone="sun" filled>
                  <p>{t(`signUp.problem.${problem}`)}</p>
                </Note>
              </div>
            )}
            {slots && (
              <SlotField
                slots={slots}
                chosen={draft.slot}
                isMissing={mistakes.includes('slot') && !own}
                onChange={(slot) => edit({ slot })}
              />
            )}
            <TextField
              label={t('signUp.name')}
              value={draft.name}
              autoComplete="name"
              error={mistakes.includes('name') ? t('signUp.nameWrong') : null}
              onChange={(name) => edit({ name })}
            />
            <TextField
              label={t('signUp.contact')}
              hint={t('signUp.contactHint')}
              value={draft.contact}
              error={mistakes.includes('contact') ? t('signUp.contactWrong') : null}
              onChange={(contact) => edit({ contact })}
            />
            <People
              attending={draft.attending}
              others={draft.others}
              mistakes={mistakes}
              most={seats?.largestParty ?? 10}
              onChange={edit}
            />
            {seats?.care && <CareField care={seats.care} count={draft.care} onChange={(care) => edit({ care })} />}
            {seats && (
              <Conditions
                seats={seats}
                confirms={draft.confirms}
                isMissing={mistakes.includes('confirms')}
                onChange={(confirms) => edit({ confirms })}
              />
            )}
            <NeedsFields needs={draft.needs} isWrong={mistakes.includes('needs.words')} onChange={(needs) => edit({ needs })} />
            <Button look="main" wide type="submit">
              {t('signUp.next')}
            </Button>
            <Button look="quiet" onClick={onLeave}>
              {t('signUp.cancel')}
            </Button>
          </>
        ) : (
          <>
            <Check session={session} when={when} draft={draft} waits={waits} onWithoutCare={withoutCare} />
            {problem && (
              <div role="alert">
                <Note tone={isOver ? 'window' : 'sun'} filled>
                  <p>{t(`signUp.problem.${problem}`)}</p>
                  {isOver && seats && <Alternatives {...seats} />}
                </Note>
              </div>
            )}
            {!isOver && (
              <Button look="main" wide type="submit" aria-disabled={isSending}>
                {isSending ? t('signUp.sending') : waits ? t('signUp.sendWaiting') : t('signUp.send')}
              </Button>
            )}
            <Button look="quiet" onClick={() => toStep(1)}>
              {t('signUp.back')}
            </Button>
            {isOver && (
              <Button look="quiet" onClick={onLeave}>
                {t('signUp.cancel')}
              </Button>
            )}
          </>
        )}
      </form>
    </section>
  )
}

/** Gives the focus to a heading whenever what it stands above has changed: a screen reader then reads on from there. */
function useFocusOn(what: string, isWanted: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(isWanted ? '' : what)
  useEffect(() => {
    if (shown.current === what) return
    shown.current = what
    heading.current?.focus()
  }, [what])
  return heading
}
