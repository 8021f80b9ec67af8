/** How large what is imported may be. Bytes are bytes of the file, or decoded bytes of an answer. */
export const importLimits = {
  fileBytes: 5 * 1024 * 1024,
  /** What is read and thrown away, so that a browser hears the refusal instead of a broken connection. */
  drainedBytes: 64 * 1024 * 1024,
  addressBytes: 2 * 1024 * 1024,
  /** Of a spreadsheet, unpacked. */
  unpackedBytes: 20 * 1024 * 1024,
  parts: 2_000,
  /** Planned rows of one import, and lines that are looked at to find them. */
  rows: 2_000,
  lines: 5_000,
  columns: 60,
  cellLength: 4_000,
} as const

/** What is taken from an address. */
export const importedFiles = {
  limit: importLimits.addressBytes,
  types: [
    'text/calendar',
    'text/csv',
    'text/plain',
    'text/tab-separated-values',
    'text/x-vcalendar',
    'application/ics',
    'application/octet-stream',
    'binary/octet-stream',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
} as const
