import { useCallback, useEffect, useRef, useState } from 'react'
import type { AttendanceChange, AttendanceView } from '#shared/contract/attendance.ts'
import { OfflineError, ProblemError } from '#client/lib/api.ts'
import { forget, forgetOld, keep, keptOf, newId } from './storage.ts'
import { acknowledged, momentOf, nextToSend, shownCount, type Kept, type Shown } from './taps.ts'

/** Where a list comes from: a door link, or the panel. `send` gives null where taps were taken without showing the list. */
export type ListSource = {
  readonly list: string
  readonly read: (signal: AbortSignal) => Promise<AttendanceView>
  readonly send: (taps: readonly AttendanceChange[]) => Promise<AttendanceView | null>
}

/** Other devices' taps are asked for, and unsent ones tried, this often. */
const everyMs = 8000

type Standing = 'asking' | 'open' | 'offline' | 'closed'

/**
 * One list on one device: taps are shown and kept at once, sent when there is a network, and sent again until the server has acknowledged them;
 * what it answers is the truth of all devices.
 */
export function useAttendance({ list, read, send }: ListSource) {
  const [kept, setKept] = useState<Kept>(() => keptOf(list))
  const [standing, setStanding] = useState<Standing>('asking')
  const [refused, setRefused] = useState(0)
  const isBusy = useRef(false)

  const change = useCallback(
    (how: (kept: Kept) => Kept) => {
      const next = how(keptOf(list)) // another tab of this device may have tapped meanwhile
      keep(list, next)
      setKept(next)
    },
    [list],
  )

  const exchange = useCallback(async (): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      for (let sent = nextToSend(keptOf(list)); sent.length > 0; sent = nextToSend(keptOf(list))) {
        const view = await send(sent)
        change((one) => acknowledged(one, sent, view, Date.now()))
        setRefused(view?.refused.length ?? 0)
      }
      const view = await read(AbortSignal.timeout(15_000))
      change((one) => acknowledged(one, [], view, Date.now()))
      setStanding('open')
    } catch (error) {
      setStanding(standingAfter(error))
    } finally {
      isBusy.current = false
    }
  }, [list, read, send, change])

  useEffect(() => {
    forgetOld(Date.now())
    const now = () => void exchange()
    now()
    const timer = setInterval(now, everyMs)
    window.addEventListener('online', now)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', now)
    }
  }, [exchange])

  const tap = useCallback(
    (make: (kept: Kept) => AttendanceChange) => {
      change((one) => ({ ...one, queue: [...one.queue, make(one)] }))
      void exchange()
    },
    [change, exchange],
  )

  return {
    kept,
    standing,
    refused,
    retry: exchange,
    toggle: (one: Shown) =>
      tap((now) => {
        const said = { id: newId(), at: momentOf(now, one.at, Date.now()), present: one.present !== true }
        if (one.key.startsWith('walk-in')) return { kind: 'walk-in', walkIn: one.walkIn ?? '', name: one.name, ...said }
        return { kind: 'person', person: one.person, role: one.role, signUp: one.signUp ?? null, ...said }
      }),
    addWalkIn: (name: string) =>
      tap((now) => ({ kind: 'walk-in', id: newId(), walkIn: newId(), name, present: true, at: momentOf(now, null, Date.now()) })),
    /** How many people without a name there are, all devices together. */
    setCount: (all: number) =>
      tap((now) => {
        const { mine, all: before } = shownCount(now)
        const last = now.queue.findLast(({ kind }) => kind === 'count')?.at ?? null
        return { kind: 'count', id: newId(), count: mine + all - before, at: momentOf(now, last, Date.now()) }
      }),
    forget: () => forget(list),
  }
}

export type Attendance = ReturnType<typeof useAttendance>

/** No answer, or none from our server: it is tried again. Whatever the server refuses is refused for good. */
function standingAfter(error: unknown): Standing {
  if (error instanceof ProblemError && error.status < 500 && error.status !== 429) return 'closed'
  if (error instanceof OfflineError || error instanceof ProblemError || error instanceof DOMException) return 'offline'
  throw error
}
