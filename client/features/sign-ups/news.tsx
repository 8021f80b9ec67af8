import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ManageNews } from '#shared/contract/public.ts'
import { formatSpan } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Note } from '#client/ui/note.tsx'
import { problemOf, type SaidProblem } from './problem-words.ts'
import { newsQuery, sayKnown } from './news-queries.ts'

/** What has changed since somebody signed up, and the button that says that they know: whoever presses it isn't phoned. */
export function News({ token }: { readonly token: string }) {
  const t = useWords()
  const query = useQuery(newsQuery(token, useLanguage()))
  const [state, setState] = useState<'open' | 'busy' | 'known'>('open')
  const [problem, setProblem] = useState<SaidProblem | null>(null)
  if (state === 'known')
    return (
      <output>
        <Note tone="yard" filled>
          <p>{t('signUp.news.thanks')}</p>
        </Note>
      </output>
    )
  const news = query.data?.news ?? []
  if (news.length === 0) return null
  const know = async () => {
    if (state === 'busy') return
    setState('busy')
    setProblem(null)
    try {
      await sayKnown(token)
      setState('known')
    } catch (error) {
      setProblem(problemOf(error instanceof Error ? error : new Error(String(error))))
      setState('open')
    }
  }
  return (
    <section aria-labelledby="news">
      <Note tone="sky" filled>
        <h2 id="news">{t('signUp.news.heading')}</h2>
        {news.map((one) => (
          <One key={`${one.news} ${one.start} ${one.title.text}`} one={one} />
        ))}
        {problem && <p role="alert">{t(`signUp.problem.${problem}`)}</p>}
        <Button look="main" wide aria-disabled={state === 'busy'} onClick={() => void know()}>
          {t('signUp.news.know')}
        </Button>
      </Note>
    </section>
  )
}

function One({ one: { news, title, start, end, formerly } }: { readonly one: ManageNews['news'][number] }) {
  const t = useWords()
  const language = useLanguage()
  if (news === 'promoted' || news === 'offer' || news === 'sign-up') return null
  return (
    <>
      <p>
        <b>{t(`signUp.news.${news}`)}:</b> <ForeignText text={title} />, {formatSpan(spanOf(start, end), language)}
      </p>
      {formerly && <p>{t('signUp.news.was', { when: formatSpan(spanOf(formerly.start, formerly.end), language) })}</p>}
    </>
  )
}

const spanOf = (start: string, end: string) =>
  start.length > 10 ? ({ kind: 'timed', start, end } as const) : ({ kind: 'all-day', firstDay: start, lastDay: end } as const)
