import type { Support } from '#shared/contract/public.ts'

/** The forms of support in the words they were published with; groups have headings where there are several. */
export function SupportList({ support }: { readonly support: readonly Support[] }) {
  return (
    <div className="support" lang="pl">
      {support.map(({ group, names }) => (
        <div key={group}>
          {support.length > 1 && <h3>{group}</h3>}
          <ul>
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
