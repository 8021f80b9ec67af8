import type { Translated } from '../translated.ts'
import type { exporting as pl } from '../pl/panel-exports.ts'

export const exporting = {
  label: 'Download this view',
  attendance: 'Download who came',
  csv: 'CSV',
  xlsx: 'Excel',
} as const satisfies Translated<typeof pl>
