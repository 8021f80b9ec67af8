import { formatClock } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { dayInWords, isTimed, slotInWords } from './moments.ts'
import type { FreeRoom, RoomConflict, Slot } from './wire.ts'

/** What can be done about a room that is taken; only what the edit at hand can take over is given. */
type Ways = {
  readonly room?: (room: FreeRoom, conflict: RoomConflict) => void
  readonly slot?: (slot: Slot, conflict: RoomConflict) => void
  readonly leaveOut?: (conflict: RoomConflict) => void
}

/** Ways out for the one date that is in the way; `all`: for every date of the schedule. */
export type Solve = Ways & { readonly all?: Omit<Ways, 'leaveOut'> }

/** "sala 2 zajęta: „Ceramika”, 17:00–19:00. Sala 1 albo 18:30": the way out are buttons. */
export function Clash({ conflict, solve }: { readonly conflict: RoomConflict; readonly solve?: Solve | undefined }) {
  const t = useWords()
  const language = useLanguage()
  const { room, other } = conflict
  const title = other.title?.[language] ?? other.title?.pl
  const by = title ? t('planning.clash.by', { title }) : t('planning.clash.bySomebody')
  return (
    <span className="clash">
      <b className="impact-bad">{t('planning.clash.taken', { room })}</b> <span>{`${by}, ${slotInWords(other, language)}.`}</span>{' '}
      {solve && <WaysOut label={solve.all ? t('planning.clash.thisDate') : null} conflict={conflict} ways={solve} />}
      {solve?.all && <WaysOut label={t('planning.clash.allDates')} conflict={conflict} ways={solve.all} />}
    </span>
  )
}

type WaysOutProps = { readonly label: string | null; readonly conflict: RoomConflict; readonly ways: Ways }

function WaysOut({ label, conflict, ways }: WaysOutProps) {
  const t = useWords()
  const language = useLanguage()
  const { freeRooms, freeSlots } = conflict
  const sameDay = (slot: Slot) => slot.start.slice(0, 10) === conflict.start.slice(0, 10) && isTimed(slot)
  const home = freeRooms.find(({ name }) => name === conflict.room)
  const rooms = ways.room ? freeRooms.slice(0, 3) : []
  const slots = ways.slot ? freeSlots.slice(0, 3) : []
  if (rooms.length + slots.length === 0 && !ways.leaveOut) return null
  const twice = (name: string) => home !== undefined || freeRooms.filter((one) => one.name === name).length > 1
  return (
    <span className="clash-ways" role={label === null ? undefined : 'group'} aria-label={label ?? undefined}>
      {label !== null && <span aria-hidden>{label}</span>}
      {rooms.map((free) => (
        <button key={free.roomId} type="button" className="clash-way" onClick={() => ways.room?.(free, conflict)}>
          {twice(free.name) ? `${free.name}, ${free.venue}` : free.name}
        </button>
      ))}
      {slots.map((slot) => (
        <button key={slot.start} type="button" className="clash-way" onClick={() => ways.slot?.(slot, conflict)}>
          {sameDay(slot) ? formatClock(slot.start) : `${dayInWords(slot.start, language)}, ${formatClock(slot.start)}`}
        </button>
      ))}
      {ways.leaveOut && (
        <button type="button" className="clash-way" onClick={() => ways.leaveOut?.(conflict)}>
          {t('planning.clash.leaveOut')}
        </button>
      )}
    </span>
  )
}
