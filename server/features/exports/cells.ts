/** Texts of people in files that a spreadsheet program opens (T37). */

/** What such a program takes for the beginning of a formula, also behind spaces and in full width. */
const formula = /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/u
/** `+48 32 555 01 02`: nothing to reckon. */
const phone = /^\+\d[\d ]{6,18}$/

/** One cell of a CSV file (RFC 4180), quoted where needed; a text that would be a formula begins with an apostrophe. */
export function csvCell(text: string): string {
  const plain = text.replaceAll('\0', '')
  const defused = formula.test(plain) && !phone.test(plain) ? `'${plain}` : plain
  return /["\n\r;,\t']|^\s|\s$/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/** A CSV file as Polish spreadsheet programs open it at a click: UTF-8 with its mark, semicolons, CRLF. */
export const csvMark = '\ufeff'
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`

/**
 * A text for an XLSX cell. `_x0041_` there means a character by its number (ECMA-376 §22.9.2.19), so what only looks so is written by
 * its own; control characters go. Names such as `constructor` are too, as write-excel-file 4.1 keeps its texts in an object and would lose them.
 */
export function xlsxText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000)
  const escaped = plain.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  if (!(escaped in Object.prototype)) return escaped
  const code = escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `_x${code}_${escaped.slice(1)}`
}
