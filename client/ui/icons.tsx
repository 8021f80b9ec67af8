import type { ReactNode } from 'react'
import type { ActivityKind } from '#shared/contract/kinds.ts'
import { codeOf } from '#shared/contract/kinds.ts'
import './icons.css'

/** Line drawings on a field of 24 by 24, two lines wide. */
const drawings = {
  clock: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2" />,
  place: <path d="M12 21s7-6.4 7-11.5A7 7 0 0 0 5 9.5C5 14.6 12 21 12 21zM12 7.2a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z" />,
  person: <path d="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6" />,
  wheelchair: (
    <path d="M10.5 3.2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM10.5 8v6h5l2.5 5.5 2-.8M10.5 10.5h4M7.8 11.3a5 5 0 1 0 6.6 6.2" />
  ),
  steps: <path d="M3 19h5v-4.5h4.5V10H17V5.5h4" />,
  question: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.4 9.4a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M12 16.8v.2" />,
  open: <path d="m6 9.5 6 6 6-6" />,
  back: <path d="m14.5 6-6 6 6 6" />,
  forward: <path d="m9.5 6 6 6-6 6" />,
  list: <path d="M4 6.5h.1M9 6.5h11M4 12h.1M9 12h11M4 17.5h.1M9 17.5h11" />,
  month: <path d="M4 6.5h16v14H4zM4 11h16M8.5 3.5v5M15.5 3.5v5" />,
  phone: (
    <path d="M8 2.8h8a1.6 1.6 0 0 1 1.6 1.6v15.2a1.6 1.6 0 0 1-1.6 1.6H8a1.6 1.6 0 0 1-1.6-1.6V4.4A1.6 1.6 0 0 1 8 2.8zM11 18.2h2" />
  ),
  call: (
    <path d="M5 3.8h3.6l1.7 4.6-2.2 1.7a12.5 12.5 0 0 0 5.8 5.8l1.7-2.2 4.6 1.7V19a1.8 1.8 0 0 1-2 1.8C10.7 20.2 3.8 13.3 3.2 5.8a1.8 1.8 0 0 1 1.8-2z" />
  ),
  print: <path d="M7 9V3.5h10V9M7 17H4V9.5h16V17h-3M7 14h10v6.5H7z" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3 20.5 20.5" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
} as const satisfies Record<string, ReactNode>

const kindDrawings: Record<ActivityKind, ReactNode> = {
  CLUB_MEETING: <path d="M4 20.5V9.5l8-6 8 6v11zM9.5 20.5v-6a2.5 2.5 0 0 1 5 0v6" />,
  WORKSHOP: <path d="m13.5 4 6.5 6.5-2.6 2.6-6.5-6.5zM12.8 8.8 4 17.6 6.4 20l8.8-8.8" />,
  SKILLS_TRAINING: (
    <path d="M12 3.5a5.5 5.5 0 0 1 3.2 10c-.7.5-1 1.2-1 2v.5H9.8v-.5c0-.8-.3-1.5-1-2A5.5 5.5 0 0 1 12 3.5zM10 19h4M11 21h2" />
  ),
  TRAINING: (
    <path d="M9 4.5a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4zM3 20c.3-4 2.6-6 6-6s5.7 2 6 6M15.5 4.8a3.2 3.2 0 0 1 0 5.8M17.5 14.5c2.2.7 3.3 2.6 3.5 5.5" />
  ),
  COURSE: <path d="M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14c-3.5 0-6.5.5-8.5 2zM12 6.5v14" />,
  COUNSELLING: <path d="M4 5h16v11h-8l-4.5 4V16H4zM8.5 9h7M8.5 12h4.5" />,
  CONSULTATION: <path d="M3.5 4.5h11v8h-6l-3 3v-3h-2zM17.5 9h3v8h-2v3l-3-3H10v-2" />,
  OFFICE_HOURS: <path d="M5.5 20.5v-17h13v17M3.5 20.5h17M14.5 12v.1M12 7h.1" />,
  SUPPORT_GROUP: <path d="M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z" />,
  SELF_HELP_GROUP: (
    <path d="M12 3.5a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM5.5 14a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM18.5 14a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM8.5 7.5 6.3 12M15.5 7.5l2.2 4.5M9.5 17.5h5" />
  ),
  NEIGHBOURHOOD_PICNIC: <path d="M3.5 10.5h17l-2 9.5h-13zM8 10.5l3-6.5M16 10.5l-3-6.5M9.5 14v3M14.5 14v3" />,
  FIELD_GAME: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM15.8 8.2l-2.3 5.3-5.3 2.3 2.3-5.3z" />,
  OPEN_AIR_CINEMA: <path d="M3.5 5.5h17v11h-17zM10.5 8.5v5l4-2.5zM8 20h8" />,
  CLOTHES_SWAP: <path d="M12 8.5a2.2 2.2 0 1 0-2.2-2.2M12 8.5v2l9 6.5H3l9-6.5" />,
  CULTURAL_EVENT: (
    <path d="M9 18V5.5l11-2V16M6.5 15.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM17.5 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z" />
  ),
  SPORTS_EVENT: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8l3.8 2.8-1.4 4.5H9.6l-1.4-4.5zM12 3.2V8M20.5 10l-4.7.8M17.5 19l-3.1-3.7M6.5 19l3.1-3.7M3.5 10l4.7.8" />
  ),
  OUTING: (
    <path d="M13 3.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM8 13l1-4 3-1 2.5 3.5 3 1M12 9l-.5 5 3 2.5L15.5 21M11.5 14 10 17l-3 4" />
  ),
  TRIP: (
    <path d="M4 5.5h14.5l1.5 6v6H4zM4 11.5h16M9.5 5.5v6M14.5 5.5v6M7.5 16a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM16.5 16a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z" />
  ),
  INITIATIVE: (
    <path d="M12 20.5v-9M12 13.5c-4.5 0-6.5-2.5-6.5-6.5 4.5 0 6.5 2.5 6.5 6.5zM12 11.5c0-4 2-6.5 6.5-6.5 0 4-2 6.5-6.5 6.5z" />
  ),
  VOLUNTEERING: (
    <path d="M3.5 13.5h3.5l5 2.5c1.5.8.8 2.5-.8 2.3L8.5 18M7 19.5l4 1 9-4.2c-.3-1.6-1.5-2.3-3-1.8l-4 1.5M14.5 10.5s-3.5-2-3.5-4.4a2 2 0 0 1 3.5-1.3A2 2 0 0 1 18 6.1c0 2.4-3.5 4.4-3.5 4.4z" />
  ),
  INFORMATION_MEETING: <path d="M4 10v4l3.5.5L15.5 19V5L7.5 9.5zM18.5 9.5c1 1.5 1 3.5 0 5M8 14.5 9.5 20" />,
  SOCIAL_WORK: (
    <path d="M8 4.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM16.5 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM2.5 20c.3-4 2.5-6 5.5-6s5.2 2 5.5 6M15.5 15c3 0 5 1.5 5.5 5" />
  ),
  DEBT_ADVICE: <path d="M12 3v17.5M6 20.5h12M5 6.5h14M5 6.5l-2.5 6.5a2.8 2.8 0 0 0 5 0zM19 6.5 16.5 13a2.8 2.8 0 0 0 5 0z" />,
  SOCIALLY_USEFUL_WORK: <path d="M12 3.5v9M9.5 3.5h5M7.5 12.5h9v3c0 3-2 5-4.5 5.5-2.5-.5-4.5-2.5-4.5-5.5z" />,
}

function Drawing({ size, children }: { readonly size: number; readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export type IconName = keyof typeof drawings

/** A drawing beside a word that says the same. */
export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }) {
  return <Drawing size={size}>{drawings[name]}</Drawing>
}

/** The drawing of a kind of activity in the kind's own quiet colour; the word stands beside it as its child. */
export function KindMark({ slug, children }: { readonly slug: string; readonly children: ReactNode }) {
  const drawing = kindDrawings[codeOf(slug) as ActivityKind]
  return (
    <span className={`kind kind-${slug}`}>
      <Drawing size={20}>{drawing}</Drawing>
      {children}
    </span>
  )
}
