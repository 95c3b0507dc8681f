export type Cell = string | number | boolean | undefined

/**
 * Where a spreadsheet may find the start of a formula, whose sign may be as wide as a Japanese one: at
 * the start of a cell, or after what separates cells where commas do not, with spaces between.
 */
const FORMULA = /(^|[;\t\r\n])(?=[^\S\t\r\n]*[=＝+＋\-－@＠])/g
/** Left out by some, which then see a formula behind it. */
const LOST = /^[\t\r\n]/
const QUOTED = /[",;\t\r\n]/

/**
 * A table as CSV (RFC 4180), with a byte order mark, so that Excel reads it as UTF-8. Text that a
 * spreadsheet would run as a formula gets a quote before it.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

function toCell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const guarded = value.replaceAll(FORMULA, "$1'")
  const safe = LOST.test(guarded) ? `'${guarded}` : guarded
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
