import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import type { OpenShifts, ShiftSignUpAnswer, ShiftSignUpInput } from '#shared/contract/public.ts'
import { formatTimeRange } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { isUnanswered } from '#client/lib/use-save.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { keyFor, type Kept } from './draft.ts'
import { TextField } from './fields.tsx'
import { PaperCode } from './paper-code.tsx'
import { isFinal, problemOf, type SaidProblem } from './problem-words.ts'
import { sendShift } from './shift-queries.ts'
import { useShiftWords } from './shift-words.ts'

type Age = '18' | '16' | '13'
type Missing = ShiftSignUpAnswer['missing']
/** What the server asks about before it goes on; sending once more says yes. */
type Question =
  | { readonly kind: 'check'; readonly missing: Missing }
  | { readonly kind: 'full' }
  | { readonly kind: 'overlapping'; readonly when: string }
type Refusal = { readonly kind: 'young'; readonly age: number } | { readonly kind: 'already' } | { readonly kind: SaidProblem }

type FormProps = {
  readonly sessionId: string
  readonly shift: OpenShifts['shifts'][number]
  readonly token: string | null
  readonly asksAge: boolean
  readonly onLeave: () => void
  readonly onDone: () => void
}

/** Takes a shift: a name, a contact, an age; whoever is known already only says yes. What was typed stays until it is taken. */
export default function ShiftForm({ sessionId, shift, token, asksAge, onLeave, onDone }: FormProps) {
  const t = useWords()
  const language = useLanguage()
  const [typed, setTyped] = useState({ name: '', contact: '' })
  const [age, setAge] = useState<Age | null>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [question, setQuestion] = useState<Question | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [agreed, setAgreed] = useState({ waiting: false, overlapping: false })
  const [sent, setSent] = useState<Kept['sent']>(null)
  const [isSending, setSending] = useState(false)
  const [done, setDone] = useState<ShiftSignUpAnswer | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const marked = wrong.length === 0 ? 'input, button' : '[aria-invalid="true"], .sign-up-wrong input'
    form.current?.querySelector<HTMLElement>(marked)?.focus()
  }, [wrong])

  if (done) return <Taken answer={done} />

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    const blank = [
      ...(token === null && typed.name.trim() === '' ? ['name'] : []),
      ...(token === null && typed.contact.trim() === '' ? ['contact'] : []),
      ...(asksAge && age === null ? ['age'] : []),
    ]
    setWrong(blank)
    if (blank.length > 0) return
    const yes = {
      waiting: agreed.waiting || question?.kind === 'check' || question?.kind === 'full',
      overlapping: agreed.overlapping || question?.kind === 'overlapping',
    }
    const who: ShiftSignUpInput['who'] =
      token === null ? { kind: 'new', ...typed, age: age ?? '18' } : { kind: 'link', token, age: asksAge ? age : null }
    const input: ShiftSignUpInput = { who, language, seen: shift.start, ...yes, notice: noticeVersion }
    const text = JSON.stringify(input)
    const sending = { text, key: keyFor(text, sent) }
    setSending(true)
    setRefusal(null)
    setAgreed(yes)
    setSent(sending)
    try {
      setDone(await sendShift({ sessionId, shiftId: shift.id }, input, sending.key))
      onDone()
    } catch (error) {
      refused(error instanceof Error ? error : new Error(String(error)), sending)
    } finally {
      setSending(false)
    }
  }

  const refused = (error: Error, sending: Kept['sent']) => {
    setSent(isUnanswered(error) ? sending : null)
    setQuestion(null)
    if (!(error instanceof ProblemError)) return setRefusal({ kind: problemOf(error) })
    const details = error.details as { missing?: Missing; start?: string; end?: string; minAge?: number }
    if (error.status === 422) setWrong(error.issues.map(({ name }) => name))
    else if (error.code === 'requirements-missing') setQuestion({ kind: 'check', missing: details.missing ?? [] })
    else if (error.code === 'session-full') setQuestion({ kind: 'full' })
    else if (error.code === 'overlapping')
      setQuestion({ kind: 'overlapping', when: formatTimeRange(details.start ?? '', details.end ?? '', language) })
    else if (error.code === 'too-young') setRefusal({ kind: 'young', age: details.minAge ?? 18 })
    else if (error.code === 'already-signed-up') setRefusal({ kind: 'already' })
    else setRefusal({ kind: problemOf(error) })
    return undefined
  }

  const isOver = refusal !== null && (refusal.kind === 'already' || refusal.kind === 'young' || isFinal(refusal.kind))
  const label =
    question === null
      ? t('volunteering.send')
      : t(
          question.kind === 'check'
            ? 'volunteering.sendToCheck'
            : question.kind === 'full'
              ? 'volunteering.sendWaiting'
              : 'volunteering.sendAnyway',
        )
  return (
    <form className="sign-up" ref={form} noValidate onSubmit={(event) => void send(event)}>
      {token === null && (
        <>
          <TextField
            label={t('signUp.name')}
            value={typed.name}
            autoComplete="name"
            error={wrong.includes('name') ? t('signUp.nameWrong') : null}
            onChange={(name) => setTyped({ ...typed, name })}
          />
          <TextField
            label={t('signUp.contact')}
            hint={t('signUp.contactHint')}
            value={typed.contact}
            error={wrong.includes('contact') ? t('signUp.contactWrong') : null}
            onChange={(contact) => setTyped({ ...typed, contact })}
          />
        </>
      )}
      {asksAge && <AgeField age={age} isWrong={wrong.includes('age')} onChange={setAge} />}
      <p className="quiet">{t('volunteering.notice')}</p>
      <div role="alert">
        {question && <Asked question={question} />}
        {refusal && <Refused refusal={refusal} />}
      </div>
      {!isOver && (
        <Button look="main" wide type="submit" aria-disabled={isSending}>
          {isSending ? t('volunteering.sending') : label}
        </Button>
      )}
      <Button look="quiet" onClick={onLeave}>
        {t('volunteering.cancel')}
      </Button>
    </form>
  )
}

const ages = ['18', '16', '13'] as const
const ageWords = { 18: 'adult', 16: 'sixteen', 13: 'thirteen' } as const

function AgeField({
  age,
  isWrong,
  onChange,
}: {
  readonly age: Age | null
  readonly isWrong: boolean
  readonly onChange: (age: Age) => void
}) {
  const t = useWords()
  const name = useId()
  return (
    <fieldset className={isWrong ? 'sign-up-person sign-up-wrong' : 'sign-up-person'}>
      <legend>{t('volunteering.age')}</legend>
      {ages.map((one) => (
        <label key={one} className="sign-up-tick">
          <input type="radio" name={name} checked={age === one} onChange={() => onChange(one)} />
          {t(`volunteering.ages.${ageWords[one]}`)}
        </label>
      ))}
      {isWrong && <p className="sign-up-error">{t('volunteering.ageWrong')}</p>}
      {age !== null && age !== '18' && <p>{t('volunteering.minor')}</p>}
      <p className="quiet">{t('volunteering.younger')}</p>
    </fieldset>
  )
}

function Asked({ question }: { readonly question: Question }) {
  const t = useWords()
  const { missingIn } = useShiftWords()
  return (
    <Note tone="sun" filled>
      <p>
        {question.kind === 'check' && t('volunteering.check', { what: missingIn(question.missing) })}
        {question.kind === 'full' && t('volunteering.fullNow')}
        {question.kind === 'overlapping' && t('volunteering.overlapping', { when: question.when })}
      </p>
    </Note>
  )
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const t = useWords()
  return (
    <Note tone="window" filled>
      <p>
        {refusal.kind === 'young'
          ? t('volunteering.tooYoung', { age: refusal.age })
          : refusal.kind === 'already'
            ? t('volunteering.already')
            : t(`signUp.problem.${refusal.kind}`)}
      </p>
    </Note>
  )
}

/** What became of it, with the number and the way to the page of one's own. */
function Taken({ answer: { outcome, waitsFor, missing, code, token } }: { readonly answer: ShiftSignUpAnswer }) {
  const t = useWords()
  const { missingIn } = useShiftWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="sign-up">
      <Note tone={outcome === 'confirmed' ? 'yard' : 'sun'} filled>
        <h3 ref={heading} tabIndex={-1}>
          {t(`volunteering.done.${waitsFor ?? 'confirmed'}`)}
        </h3>
        {waitsFor !== null && <p>{t(`volunteering.done.${waitsFor}Text`, { what: missingIn(missing) })}</p>}
      </Note>
      <PaperCode code={code} />
      <ButtonLink look="main" wide to={pages.manage(token)}>
        {t('volunteering.done.page')}
      </ButtonLink>
      <p className="quiet">{t('signUp.done.earlier')}</p>
    </div>
  )
}
