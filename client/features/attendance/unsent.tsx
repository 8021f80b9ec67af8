import { useWords } from '#client/i18n/use-words.ts'
import type { Kept } from './taps.ts'

/** Taps that the server won't take any more, for somebody to write down. */
export function Unsent({ kept: { queue, view } }: { readonly kept: Kept }) {
  const t = useWords()
  if (queue.length === 0) return null
  const names = new Map(view?.people.map(({ person, name }) => [person, name]))
  return (
    <>
      <p>{t('attendance.door.unsent')}</p>
      <ul>
        {queue.map((tap) => (
          <li key={tap.id}>
            {tap.kind === 'count'
              ? t('attendance.door.counted', { count: tap.count })
              : t(tap.present ? 'attendance.door.was' : 'attendance.door.wasNot', {
                  name: tap.kind === 'walk-in' ? tap.name : (names.get(tap.person) ?? '?'),
                })}
          </li>
        ))}
      </ul>
    </>
  )
}
