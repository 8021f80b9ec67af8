import { formatClock } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { dayInWords, isTimed, slotInWords } from './moments.ts'
import type { FreeRoom, RoomConflict, Slot } from './wire.ts'

/** What can be done about a room that is taken; only what the edit at hand can take over is given. */
export type Solve = {
  readonly room?: (room: FreeRoom, conflict: RoomConflict) => void
  readonly slot?: (slot: Slot, conflict: RoomConflict) => void
  readonly leaveOut?: (conflict: RoomConflict) => void
}

/** "sala 2 zajęta: „Ceramika”, 17:00–19:00. Sala 1 albo 18:30": the way out are buttons. */
export function Clash({ conflict, solve = {} }: { readonly conflict: RoomConflict; readonly solve?: Solve | undefined }) {
  const t = useWords()
  const language = useLanguage()
  const { room, other, freeRooms, freeSlots } = conflict
  const title = other.title?.[language] ?? other.title?.pl
  const by = title ? t('planning.clash.by', { title }) : t('planning.clash.bySomebody')
  const sameDay = (slot: Slot) => slot.start.slice(0, 10) === conflict.start.slice(0, 10) && isTimed(slot)
  return (
    <span className="clash">
      <b className="impact-bad">{t('planning.clash.taken', { room })}</b> <span>{`${by}, ${slotInWords(other, language)}.`}</span>{' '}
      <span className="clash-ways">
        {solve.room &&
          freeRooms.slice(0, 3).map((free) => (
            <button key={free.roomId} type="button" className="clash-way" onClick={() => solve.room?.(free, conflict)}>
              {free.name}
            </button>
          ))}
        {solve.slot &&
          freeSlots.slice(0, 3).map((slot) => (
            <button key={slot.start} type="button" className="clash-way" onClick={() => solve.slot?.(slot, conflict)}>
              {sameDay(slot) ? formatClock(slot.start) : `${dayInWords(slot.start, language)}, ${formatClock(slot.start)}`}
            </button>
          ))}
        {solve.leaveOut && (
          <button type="button" className="clash-way" onClick={() => solve.leaveOut?.(conflict)}>
            {t('planning.clash.leaveOut')}
          </button>
        )}
      </span>
    </span>
  )
}
