import { LocalLink } from './local-link.tsx'
import { Icon } from './icons.tsx'
import './way-up.css'

export type Step = { readonly name: string; readonly to: string }

/** Where a page stands in the whole: from the city down to what is right above it. */
export function WayUp({ label, steps }: { readonly label: string; readonly steps: readonly (Step | null)[] }) {
  const known = steps.filter((step) => step !== null)
  if (known.length === 0) return null
  return (
    <nav className="way-up no-print" aria-label={label}>
      <Icon name="back" size={18} />
      <ol className="plain">
        {known.map(({ name, to }) => (
          <li key={to}>
            <LocalLink to={to}>{name}</LocalLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
