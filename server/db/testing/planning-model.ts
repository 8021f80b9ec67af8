/** A session as anybody who plans thinks of it. The model knows nothing of rules, matching or triggers. */
export type Meeting = {
  readonly id: string
  readonly activityId: string
  /** Wall times. */
  readonly start: string
  readonly end: string
  readonly title: string
  readonly venueId: string | null
  readonly cancelled: boolean
  readonly removed: boolean
  readonly ownTime: boolean
  readonly ownTitle: boolean
  readonly ownPlace: boolean
  readonly people: number
}

export type Plan = readonly Meeting[]

/** What a step should make of the plan. `free`: meetings whose time the model doesn't foretell. `made`: the starts of new ones. */
export type Foretold = { readonly plan: Plan; readonly free: ReadonlySet<string>; readonly made: readonly string[] }

const same = (plan: Plan): Foretold => ({ plan, free: new Set(), made: [] })

const change = (plan: Plan, isMeant: (one: Meeting) => boolean, changes: (one: Meeting) => Partial<Meeting>): Foretold =>
  same(plan.map((one) => (isMeant(one) ? { ...one, ...changes(one) } : one)))

export function afterOne(plan: Plan, id: string, changes: Partial<Meeting>): Foretold {
  return change(
    plan,
    (one) => one.id === id,
    () => changes,
  )
}

export function afterCreate(plan: Plan, starts: readonly string[]): Foretold {
  return { ...same(plan), made: starts }
}

/** Words are the activity's: past meetings carry them too. */
export function afterRename(plan: Plan, activityId: string, title: string): Foretold {
  return change(
    plan,
    (one) => one.activityId === activityId && !one.ownTitle,
    () => ({ title }),
  )
}

/** Places of the past stay. */
export function afterOtherPlace(plan: Plan, activityId: string, venueId: string, now: string): Foretold {
  return change(
    plan,
    (one) => one.activityId === activityId && isAhead(one, now) && !one.cancelled && !one.ownPlace,
    () => ({ venueId }),
  )
}

/**
 * All meetings to come of one activity at another time, those moved by hand apart. Whether a cancelled one goes along is nobody's
 * promise, nor what becomes of one that is today.
 */
export function afterOtherTimes(
  plan: Plan,
  activityId: string,
  now: string,
  retime: (one: Meeting) => Pick<Meeting, 'start' | 'end'>,
): Foretold {
  const meant = (one: Meeting) => one.activityId === activityId && isAhead(one, now)
  const moved = change(plan, (one) => meant(one) && !one.ownTime, retime)
  const free = plan.filter((one) => meant(one) && (one.cancelled || one.start.slice(0, 10) === now.slice(0, 10)))
  return { ...moved, free: new Set(free.map(({ id }) => id)) }
}

export const isAhead = ({ start, removed }: Meeting, now: string): boolean => !removed && start > now

export function daysLater(wall: string, days: number): string {
  return new Date(Date.parse(`${wall}Z`) + days * 86_400_000).toISOString().slice(0, 19)
}

/** One VEVENT of those that the plan should give, as it reads. */
export type Shown = { readonly start: string; readonly end: string; readonly title: string; readonly cancelled: boolean }

export function shownOf({ start, end, title, cancelled }: Meeting): Shown {
  return { start, end, title: cancelled ? `ODWOŁANE: ${title}` : title, cancelled }
}

/** A calendar program that polls: what it was given, and what it makes of it. */
export type Subscriber = {
  readonly name: string
  readonly poll: (events: readonly Polled[]) => void
  readonly sees: () => ReadonlyMap<string, string>
}

export type Polled = { readonly uid: string; readonly sequence: number; readonly cancelled: boolean; readonly content: string }

/** Each reads a calendar as some widespread program does. What the calendar doesn't hold any more, all of them drop. */
export function subscribers(): readonly Subscriber[] {
  return [
    program('keeps the highest SEQUENCE', (known, event) => !known || event.sequence > known.sequence),
    program(
      'hides what is cancelled',
      () => true,
      ({ cancelled }) => !cancelled,
    ),
    program('knows only UIDs', () => true),
  ]
}

function program(
  name: string,
  isNews: (known: Polled | undefined, event: Polled) => boolean,
  isShown: (event: Polled) => boolean = () => true,
): Subscriber {
  const kept = new Map<string, Polled>()
  return {
    name,
    poll(events) {
      for (const event of events) if (isNews(kept.get(event.uid), event)) kept.set(event.uid, event)
      const held = new Set(events.map(({ uid }) => uid))
      for (const uid of kept.keys()) if (!held.has(uid)) kept.delete(uid)
    },
    sees: () => new Map([...kept].filter(([, event]) => isShown(event)).map(([uid, { content }]) => [uid, content])),
  }
}
