export const exporting = { label: 'Pobierz ten widok', attendance: 'Pobierz, kto przyszedł', csv: 'CSV', xlsx: 'Excel' } as const
