import type { Translated } from '../translated.ts'
import type { exporting as pl } from '../pl/panel-exports.ts'

export const exporting = {
  label: 'Завантажити цей вигляд',
  attendance: 'Завантажити, хто прийшов',
  csv: 'CSV',
  xlsx: 'Excel',
} as const satisfies Translated<typeof pl>
