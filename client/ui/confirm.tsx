import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export type Question = {
  readonly title: string
  readonly text: string
  /** What will happen, as a verb: "Usuń szkic", never "OK". */
  readonly yes: string
  readonly no?: string
  /** The no stands first, as what one is more likely to want. */
  readonly safe?: boolean
}

const ConfirmContext = createContext<(question: Question) => Promise<boolean>>(async () => false)

/** Asks before something that can't be taken back at once: `if (await confirm({ … })) …`. */
export const useConfirm = () => use(ConfirmContext)

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const t = useWords()
  const [asked, setAsked] = useState<{ question: Question; number: number; answer: (yes: boolean) => void } | null>(null)
  const questions = useRef(0)
  const confirm = useCallback(
    (question: Question) => new Promise<boolean>((answer) => setAsked({ question, number: ++questions.current, answer })),
    [],
  )
  const answer = (yes: boolean) => {
    asked?.answer(yes)
    setAsked(null)
  }
  const no = asked?.question.no ?? t('form.back')
  return (
    <ConfirmContext value={confirm}>
      {children}
      {asked && (
        // one of its own for each question: the last opened lies on top
        <Dialog key={asked.number} title={asked.question.title} size="small" onClose={() => answer(false)}>
          <p>{asked.question.text}</p>
          <div className="form-actions">
            <Button look="main" onClick={() => answer(!asked.question.safe)}>
              {asked.question.safe ? no : asked.question.yes}
            </Button>
            <Button onClick={() => answer(asked.question.safe === true)}>{asked.question.safe ? asked.question.yes : no}</Button>
          </div>
        </Dialog>
      )}
    </ConfirmContext>
  )
}
