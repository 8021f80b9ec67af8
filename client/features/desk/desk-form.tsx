import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { StaffSignUpAnswer, StaffSignUpInput } from '#shared/contract/desk.ts'
import { formatClock } from '#shared/time/format.ts'
import { languages, needKinds, noticeVersion, type Language, type NeedKind } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { CheckGroup, RadioCards } from '#client/ui/form/choices.tsx'
import { CheckField, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { useIssueWords } from '#client/ui/form/issue-words.ts'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { Others, type Member } from './others.tsx'
import { beginsAt, signUp, whenOf, type Caller, type Offer, type Source } from './queries.ts'

type DeskFormProps = {
  readonly caller: Caller
  readonly offer: Offer
  readonly source: Source
  /** In which mails go to them. */
  readonly spoken: Language
  /** With the name that the slip says. */
  readonly onDone: (answer: StaffSignUpAnswer, name: string) => void
  readonly onLeave: () => void
}
type Full = 'wait' | 'overbook'

const languageNames: Readonly<Record<Language, string>> = { pl: 'polski', en: 'English', uk: 'українська' }
const refusals = [
  'already-signed-up',
  'slot-taken',
  'session-full',
  'care-full',
  'no-care',
  'session-moved',
  'session-cancelled',
  'session-started',
] as const
const closings = ['sign-up-closed', 'sign-up-not-open', 'no-web-sign-up']

/** One sign-up: a known person needs the notice read out and Enter, nothing else. */
export function DeskForm({ caller, offer, source, spoken, onDone, onLeave }: DeskFormProps) {
  const t = useWords()
  const page = useLanguage()
  const wordsOf = useIssueWords()
  const messageOf = useSaveMessage()
  const typed = caller.kind === 'new' ? caller.typed : ''
  const isContact = /[\d@]/.test(typed)
  const [name, setName] = useState(isContact ? '' : typed)
  const [contact, setContact] = useState(isContact ? typed : '')
  const [language, setLanguage] = useState<Language>(spoken)
  const [attending, setAttending] = useState(true)
  const [others, setOthers] = useState<readonly Member[]>([])
  const [care, setCare] = useState(0)
  const [kinds, setKinds] = useState<readonly NeedKind[]>([])
  const [words, setWords] = useState('')
  const [notice, setNotice] = useState(false)
  const [unread, setUnread] = useState(false)
  const [seen, setSeen] = useState(offer.start)
  const [slot, setSlot] = useState(offer.slots?.[0]?.start ?? null)
  const isFull = offer.slots === null && offer.free !== null && offer.free < others.length + (attending ? 1 : 0)
  const lacksCare = offer.slots === null && offer.care !== null && care > offer.care.free
  const waits = isFull || lacksCare
  const [refusedAsFull, setRefusedAsFull] = useState(false)
  const [full, setFull] = useState<Full | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const save = useSave(signUp, {
    onSuccess: (answer) => onDone(answer, caller.kind === 'known' ? caller.name : name.trim()),
    onError: (error) => {
      if (!(error instanceof ProblemError)) return
      if (error.code === 'session-full' || error.code === 'care-full') setRefusedAsFull(true)
      // What it was moved to is said; whoever sends again agrees to the new time.
      const { start } = error.details as { readonly start?: unknown }
      if (error.code === 'session-moved' && typeof start === 'string') setSeen(start)
    },
  })
  const issues = save.error instanceof ProblemError ? save.error.issues : []
  const errorOf = (field: string) => {
    const issue = issues.find((one) => one.name === field)
    return issue && wordsOf(issue)
  }
  useEffect(() => {
    if (unread || save.error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [unread, save.error])

  const send = (event: FormEvent) => {
    event.preventDefault()
    setUnread(!notice)
    if (!notice) return
    const who =
      caller.kind === 'known'
        ? { kind: 'known' as const, id: caller.id }
        : { kind: 'new' as const, name, contact: contact.trim() === '' ? null : contact }
    const choice = full ?? (waits ? 'wait' : null)
    const input: StaffSignUpInput = {
      who,
      attending,
      others: others.map(({ name: called, child }) => ({ name: called, child })),
      ...(care > 0 && { care }),
      ...((kinds.length > 0 || words.trim() !== '') && { needs: { kinds: [...kinds], words } }),
      language,
      seen,
      ...(slot !== null && { slot }),
      waiting: choice === 'wait',
      overbook: choice === 'overbook',
      source,
      notice: noticeVersion,
    }
    save.mutate({ session: offer.session, input })
  }
  return (
    <form ref={form} className="form" noValidate onSubmit={send}>
      <p>
        <b>{whenOf(offer, page)}</b> {offer.venue}
      </p>
      {caller.kind === 'known' ? (
        <p>
          <b>{caller.name}</b>
        </p>
      ) : (
        <>
          <TextField
            ref={first}
            label={t('desk.form.name')}
            value={name}
            error={errorOf('who.name')}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
          <div className="form-row">
            <TextField
              label={t('desk.form.contact')}
              value={contact}
              error={errorOf('who.contact')}
              autoComplete="off"
              optional
              onChange={({ target }) => setContact(target.value)}
            />
            <SelectField
              label={t('desk.form.language')}
              choices={languages.map((value) => ({ value, label: languageNames[value] }))}
              value={language}
              onChange={({ target }) => setLanguage(languages.find((one) => one === target.value) ?? 'pl')}
            />
          </div>
        </>
      )}
      {offer.slots && (
        <RadioCards
          compact
          label={t('desk.slot.choose')}
          choices={offer.slots.map(({ start, end }) => ({ value: start, label: `${formatClock(start)}–${formatClock(end)}` }))}
          value={slot}
          onChange={setSlot}
        />
      )}
      <Note tone="sky">
        <p>{t('desk.form.noticeText')}</p>
      </Note>
      <CheckField
        ref={caller.kind === 'known' ? first : undefined}
        label={t('desk.form.notice')}
        checked={notice}
        error={unread && !notice ? t('desk.form.noticeFirst') : undefined}
        onChange={({ target }) => setNotice(target.checked)}
      />
      {(waits || refusedAsFull) && (
        <RadioCards<Full>
          compact
          label={t(lacksCare && !isFull ? 'desk.form.careFull' : 'desk.form.full')}
          choices={[
            { value: 'wait', label: t('desk.form.wait') },
            { value: 'overbook', label: t('desk.form.overbook') },
          ]}
          value={full ?? (waits ? 'wait' : null)}
          onChange={setFull}
        />
      )}
      {save.error && issues.length === 0 && (
        <Note tone="window">
          <p role="alert">{refusalOf(save.error) ?? messageOf(save.error)}</p>
        </Note>
      )}
      <div className="form-actions">
        <Button type="submit" look="main" disabled={save.isPending}>
          {t('desk.form.go')}
        </Button>
        <Button onClick={onLeave}>{t('desk.form.leave')}</Button>
      </div>
      <CheckField
        label={t('desk.form.attending')}
        checked={attending}
        error={errorOf('attending')}
        onChange={({ target }) => setAttending(target.checked)}
      />
      <Others others={others} onChange={setOthers} errorOf={errorOf} />
      {offer.care && (
        <SelectField
          label={t('desk.form.care')}
          hint={t('desk.form.careHint', { count: offer.care.free })}
          choices={Array.from({ length: offer.care.most + 1 }, (_, count) => ({ value: String(count), label: String(count) }))}
          value={String(care)}
          onChange={({ target }) => setCare(Number(target.value))}
        />
      )}
      <details open={errorOf('needs.words') !== undefined || undefined}>
        <summary className="desk-more">{t('needs.ask')}</summary>
        <CheckGroup<NeedKind>
          label={t('needs.choose')}
          optional
          hint={t('needs.who')}
          choices={needKinds.map((value) => ({ value, label: t(`needs.kinds.${value}`) }))}
          value={kinds}
          onChange={setKinds}
        />
        <TextField
          label={t('needs.words')}
          optional
          value={words}
          error={errorOf('needs.words') === undefined ? undefined : t('needs.wordsWrong')}
          autoComplete="off"
          onChange={({ target }) => setWords(target.value)}
        />
      </details>
    </form>
  )

  function refusalOf(error: Error): string | null {
    if (!(error instanceof ProblemError)) return null
    const code = refusals.find((one) => one === error.code)
    if (code === 'session-moved') return t('desk.form.refused.session-moved', { when: beginsAt(seen, page) })
    if (code) return t(`desk.form.refused.${code}`)
    return closings.includes(error.code) ? t('desk.form.refused.closed') : null
  }
}
