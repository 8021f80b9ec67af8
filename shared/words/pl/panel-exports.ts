export const exporting = { label: 'Pobierz ten widok', csv: 'CSV', xlsx: 'Excel' } as const
