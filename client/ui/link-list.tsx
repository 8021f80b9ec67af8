import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { LocalLink } from './local-link.tsx'
import './link-list.css'

export type ListedLink = { readonly to: string; readonly name: string; readonly note?: ReactNode }

/** Links down from a page, each a full line that is easy to hit. */
export function LinkList({ links }: { readonly links: readonly ListedLink[] }) {
  return (
    <ul className="plain link-list">
      {links.map(({ to, name, note }) => (
        <li key={to}>
          <LocalLink to={to}>
            <span>
              {name}
              {note && <span className="link-note">{note}</span>}
            </span>
            <Icon name="forward" size={20} />
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
