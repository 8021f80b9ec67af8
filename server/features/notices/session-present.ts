import type { Answer } from '#shared/contract/answer.ts'
import type { newsForSignUp } from '#shared/contract/call.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { Text } from '#shared/contract/public.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { shiftSpan } from '../shifts/rules.ts'
import { slotOf } from '../sign-ups/slots.ts'
import type { NoticeRow } from './reach-repository.ts'
import type { CallNews } from './reach.ts'
import type { Notable } from './rules.ts'

export type SessionColumns = NonNullable<NoticeRow['session']>
type OwnTime = Pick<NoticeRow['signUp'], 'shift' | 'slotFrom' | 'slotMinutes'>

/** What there is to say of a session, or of somebody's shift or appointment at it. */
export function presentNews(
  news: CallNews,
  session: SessionColumns,
  formerly: Notable | null,
  language: Language,
  signUp: OwnTime,
): Answer<typeof newsForSignUp>['news'][number] {
  const { shift } = signUp
  const own = slotOf(signUp) ?? shift
  return {
    news,
    title: titleOfShift(titleOf(session, language), shift, language),
    start: session.wallStart,
    end: session.wallEnd,
    ...(own && shiftSpan(session.wallStart, own)),
    formerly: formerly && { start: formerly.start, end: formerly.end },
  }
}

function titleOfShift(title: Text, shift: OwnTime['shift'], language: Language): Text {
  const name = shift && textIn(shift.name, language)
  return name ? { ...title, text: `${title.text} – ${name.text}` } : title
}

export const titleOf = ({ title, activity }: SessionColumns, language: Language) =>
  activity.isDiscreet ? titleIn(activity.discreetTitle, language) : (textIn(title, language) ?? titleIn(activity.title, language))
