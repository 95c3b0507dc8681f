/** A line of `JSONEachRow`. */
export type Row = Readonly<Record<string, unknown>>

/** @throws {SyntaxError} If a line is none: the answer was cut off. */
export function toRows(lines: string): Row[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map(toRow)
}

function toRow(line: string): Row {
  const value: unknown = JSON.parse(line)
  return isRow(value) ? value : {}
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}

/** The text in a column, empty if it is none. */
export function textIn(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** The number in a column, 0 if it is none. Large ones come in quotes from some versions. */
export function numberIn(row: Row, column: string): number {
  const number = Number(row[column])
  return Number.isFinite(number) ? number : 0
}
