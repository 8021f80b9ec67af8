import { useState, type ReactNode } from 'react'
import { formatBrief } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { CurrentCall } from './current-call.tsx'
import { LastCall } from './last-call.tsx'
import type { CallView } from './queries.ts'
import './calls.css'

const keyOf = ({ notices }: CallView): string => notices[0] ?? ''

/** One person after another: the most urgent first, or whom somebody picks. */
export function CallList({
  calls,
  renderFirst,
}: {
  readonly calls: readonly CallView[]
  /** What is to be read before the number is dialled. */
  readonly renderFirst: (call: CallView) => ReactNode
}) {
  const t = useWords()
  const [picked, setPicked] = useState<string | null>(null)
  const current = calls.find((call) => keyOf(call) === picked) ?? calls.find(({ state }) => state === 'now')
  const rest = calls.filter((call) => call !== current)
  const of = (state: CallView['state']) => rest.filter((call) => call.state === state)
  const [next, later, noWay] = [of('now'), of('later'), of('no-way')]
  return (
    <div className="panel-columns">
      <div className="panel-column">
        {current && (
          <CurrentCall key={keyOf(current)} call={current} first={renderFirst(current)} onDone={() => setPicked(null)} />
        )}
        {next.length > 0 && (
          <Card heading={t('calls.next')}>
            <Names calls={next} onPick={setPicked} />
          </Card>
        )}
      </div>
      <div className="panel-column">
        {later.length > 0 && (
          <Card heading={t('calls.later')}>
            <Names calls={later} onPick={setPicked} />
          </Card>
        )}
        {noWay.length > 0 && (
          <Card heading={t('calls.noWay')}>
            <p className="quiet">{t('calls.noWayText')}</p>
            <Names calls={noWay} onPick={setPicked} />
          </Card>
        )}
      </div>
    </div>
  )
}

type NamesProps = { readonly calls: readonly CallView[]; readonly onPick: (key: string) => void }

function Names({ calls, onPick }: NamesProps) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul className="plain call-list">
      {calls.map((call) => {
        const [first] = call.tell
        return (
          <li key={keyOf(call)}>
            <Button look="quiet" aria-label={t('calls.pick', { name: call.name })} onClick={() => onPick(keyOf(call))}>
              {call.name}
            </Button>
            {first && (
              <p className="quiet">
                {t(`calls.news.${first.news}`)}: {first.title.text}, {formatBrief(first.start, first.start.slice(0, 4), language)}
              </p>
            )}
            {call.last && <LastCall last={call.last} />}
          </li>
        )
      })}
    </ul>
  )
}
