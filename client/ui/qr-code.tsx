import { useMemo } from 'react'
import { encode } from 'uqr'
import './qr-code.css'

/** One dark square of a row after the other: a path that a stylesheet can't break. */
function squares(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}

/** An address to be photographed: always dark on light, with the quiet zone of four squares that readers need. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => squares(text), [text])
  return (
    <div>
      <span className="visually-hidden">{label}</span>
      <svg className="qr" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false" shapeRendering="crispEdges">
        <path className="qr-ground" d={`M0 0h${size}v${size}h-${size}z`} />
        <path className="qr-squares" d={path} />
      </svg>
    </div>
  )
}
