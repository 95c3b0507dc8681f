import type { SQLOutputValue } from 'node:sqlite'

export type Row = Readonly<Record<string, SQLOutputValue>>

/** The text in a column, empty if it is null. */
export function textIn(row: Row, column: string): string {
  return optionalTextIn(row, column) ?? ''
}

export function optionalTextIn(row: Row, column: string): string | undefined {
  const value = row[column]
  return typeof value === 'string' ? value : undefined
}

/** The number in a column, 0 if it is null. */
export function numberIn(row: Row, column: string): number {
  return optionalNumberIn(row, column) ?? 0
}

export function optionalNumberIn(row: Row, column: string): number | undefined {
  const value = row[column]
  return typeof value === 'number' ? value : undefined
}
