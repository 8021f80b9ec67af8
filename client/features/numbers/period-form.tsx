import { useState, type FormEvent } from 'react'
import { isLocalDay } from '#shared/time/calendar.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { DateField } from '#client/ui/form/inputs.tsx'

type Props = { readonly from: string; readonly to: string; readonly onShow: (from: string, to: string) => void }

/** Which days to count: what is typed holds once somebody asks for it. */
export function PeriodForm({ from, to, onShow }: Props) {
  const t = useWords()
  const [days, setDays] = useState({ from, to })
  const [isWrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const isRight = isLocalDay(days.from) && isLocalDay(days.to) && days.from <= days.to
    setWrong(!isRight)
    if (isRight) onShow(days.from, days.to)
  }
  return (
    <form className="numbers-period no-print" noValidate onSubmit={send}>
      <DateField
        label={t('numbers.from')}
        value={days.from}
        onChange={({ target }) => setDays({ ...days, from: target.value })}
      />
      <DateField
        label={t('numbers.to')}
        value={days.to}
        onChange={({ target }) => setDays({ ...days, to: target.value })}
        {...(isWrong && { error: t('numbers.wrongDays') })}
      />
      <Button type="submit">{t('numbers.show')}</Button>
    </form>
  )
}
