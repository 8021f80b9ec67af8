import { dayInWarsaw, formatSpan, relativeDay } from '#shared/time/format.ts'
import { firstDayOf, startOf, type When } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Fact } from '#client/ui/facts.tsx'
import { Mark } from '#client/ui/note.tsx'

type MomentProps = {
  readonly when: When
  /** The rule of the series in words; empty where there is none. */
  readonly rule: string
  readonly cancelled: boolean
  readonly now: number
}

/** When this one is, and how it is usually. */
export function SessionMoment({ when, rule, cancelled, now }: MomentProps) {
  const t = useWords()
  const language = useLanguage()
  const relative = relativeDay(firstDayOf(when), dayInWarsaw(now), language)
  const moment = <time dateTime={startOf(when)}>{formatSpan(when, language)}</time>
  return (
    <Fact
      icon="clock"
      label={t('session.when')}
      answer={
        <>
          {cancelled ? <s>{moment}</s> : moment} {relative && <Mark tone="sun">{relative}</Mark>}
        </>
      }
    >
      {rule !== '' && <p>{t('session.rule', { rule })}</p>}
    </Fact>
  )
}
