import './mark.css'

const panes = [
  [2, 1],
  [20, 1],
  [2, 21],
  [20, 21],
] as const

/** The sign of the product: four windows of a house at dusk. `lit` is the one with a light on, or none. */
function Windows({ lit, size }: { readonly lit: number; readonly size: number }) {
  return (
    <svg className="windows" viewBox="0 0 36 40" width={size * 0.9} height={size} aria-hidden="true" focusable="false">
      {panes.map(([x, y], index) => (
        <path
          key={`${x} ${y}`}
          className={index === lit ? 'pane pane-lit' : 'pane'}
          d={`M${x} ${y + 17}v-11a6 6 0 0 1 6 -6h2a6 6 0 0 1 6 6v11z`}
        />
      ))}
    </svg>
  )
}

export const LitWindows = ({ size = 44 }: { readonly size?: number }) => <Windows lit={2} size={size} />
export const DarkWindows = ({ size = 44 }: { readonly size?: number }) => <Windows lit={-1} size={size} />
